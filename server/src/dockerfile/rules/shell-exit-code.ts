import { placeAt, shellRule } from '../shellRule.ts';

export const shellExitCode = shellRule({
  id: 'shell-exit-code',
  summary: 'exit and return get one number from 0 to 255.',
  why: 'Greater numbers wrap around, and shells differ in what they do with text; only a number says how it went.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2151', 'shellcheck/SC2152', 'shellcheck/SC2241', 'shellcheck/SC2242'],
  examples: [
    { bad: 'FROM debian:12\nRUN make || exit «-1»\n', good: 'FROM debian:12\nRUN make || exit 1\n', unfixed: true },
    {
      bad: 'FROM debian:12\nRUN make || exit «failed»\n',
      good: 'FROM debian:12\nRUN make || { echo failed; exit 1; }\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { name, args, entry } of facts.named('exit', 'return')) {
      const [first] = args;
      if (first === undefined) continue;
      const isFixed = first.isLiteral || !/[$`]/.test(first.node?.text ?? '');
      if (args.length === 1 && (!isFixed || isCode(first.text))) continue;
      report({
        at: placeAt(first.start, first.end, entry.frame),
        message:
          args.length > 1
            ? `'${name}' takes one number. Use 'echo' for a message.`
            : `'${name}' takes a number from 0 to 255. Use 'echo' for a message.`,
      });
    }
  },
});

function isCode(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) <= 255;
}
