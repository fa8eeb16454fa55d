import { placeAt, shellRule } from '../shellRule.ts';

export const shellShEchoOptionPosix = shellRule({
  id: 'shell-sh-echo-option-posix',
  summary: 'Portable scripts use printf, not options of echo.',
  why: 'Some shells print the option.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3037'],
  examples: [
    {
      bad: 'FROM scratch\nRUN echo «-n» "$HOME" > home\n',
      good: 'FROM scratch\nRUN printf \'%s\' "$HOME" > home\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh')) return;
    for (const { args, entry, wrappers } of facts.named('echo')) {
      const [first] = args;
      if (first === undefined || wrappers.length > 0 || !/^-[neE]+$/.test(first.text)) continue;
      report({
        at: placeAt(first.start, first.end, entry.frame),
        message: `POSIX defines no options of 'echo'. Use 'printf' in place of 'echo ${first.text}'.`,
      });
    }
  },
});
