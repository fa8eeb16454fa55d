import { placeOf, shellRule } from '../shellRule.ts';

export const shellOneOperand = shellRule({
  id: 'shell-one-operand',
  summary: 'cp, mv and ln get a source and a destination.',
  why: 'cp and mv fail with one operand, and ln makes the link in the current folder.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2224', 'shellcheck/SC2225', 'shellcheck/SC2226'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «cp /etc/app.conf»\n',
      good: 'FROM debian:12\nRUN cp /etc/app.conf /etc/app.d/\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { name, args, entry } of facts.named('cp', 'mv', 'ln')) {
      const isTold = args.some(({ text }) => /^--target-directory|^-[A-Za-z]*t/.test(text));
      const operands = args.filter(({ text }) => !text.startsWith('-'));
      if (isTold || operands.length !== 1 || operands.some(({ node }) => isSeveral(node?.text ?? ''))) continue;
      report({ at: placeOf(entry), message: `'${name}' has no destination. Give a source and a destination.` });
    }
  },
});

/** May become several words. */
function isSeveral(raw: string): boolean {
  return /[*?[{]|\$@|^\$|\[@\]|`/.test(raw);
}
