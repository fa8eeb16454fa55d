import { declaringCommands } from '../../shell/facts.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellRepeatedDeclaration = shellRule({
  id: 'shell-repeated-declaration',
  summary: 'One command declares a variable.',
  why: 'The second one is taken for the name of a variable.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2316'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN export «readonly» CC=gcc && make\n',
      good: 'FROM debian:12\nRUN export CC=gcc && make\n',
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named(...declaringCommands)) {
      const [first, second] = args;
      if (first?.node?.type !== 'Word' || !declaringCommands.has(first.node.text)) continue;
      const { start, end } = first;
      report({
        at: placeAt(start, end, entry.frame),
        message: `'${first.text}' is taken for the name of a variable. Use one of the two.`,
        fixes: () =>
          second === undefined
            ? []
            : [{ title: `Remove '${first.text}'`, safe: false, edits: [{ start, end: second.start, newText: '' }] }],
      });
    }
  },
});
