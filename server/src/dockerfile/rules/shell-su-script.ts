import { placeOf, shellRule } from '../shellRule.ts';

export const shellSuScript = shellRule({
  id: 'shell-su-script',
  summary: 'su is told which command to run.',
  why: 'su starts a shell of its own; what follows in the script runs as before when that shell ends.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2117'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «su app»; make\n',
      good: 'FROM debian:12\nRUN su app -c make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, args, entry, wrappers } of facts.named('su')) {
      if (wrappers.length > 0 || node.redirects.length > 0 || entry.parent?.node.type === 'Pipeline') continue;
      const operands = args.filter(({ text }) => !text.startsWith('-') || text === '-');
      if (operands.length > 1 || args.some(({ text }) => /^-./.test(text) || text === '-')) continue;
      report({
        at: placeOf(entry),
        message: "'su' starts a shell and waits for it. Use 'su user -c command', or USER.",
      });
    }
  },
});
