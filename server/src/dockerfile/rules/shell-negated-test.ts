import { shellRule } from '../shellRule.ts';

export const shellNegatedTest = shellRule({
  id: 'shell-negated-test',
  summary: 'A text that is not empty is asked for with -n.',
  why: 'A negated -z says the same in a roundabout way.',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2237'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if «!» [ -z "$DEBUG" ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -n "$DEBUG" ]; then make; fi\n',
    },
  ],
  find(facts, report) {
    for (const { kind, entry, tests, frame } of facts.conditions) {
      const pipeline = entry.parent?.node;
      if (kind === 'test' || pipeline?.type !== 'Pipeline' || pipeline.commands.length > 1) continue;
      const sign = pipeline.prefixes.find((prefix) => prefix.type === 'Negation');
      const [test, second] = tests;
      if (sign === undefined || second !== undefined || test?.kind !== 'unary' || !/^-[nz]$/.test(test.operator.raw))
        continue;
      const other = test.operator.raw === '-z' ? '-n' : '-z';
      const { start, end } = test.operator;
      report({
        at: { start: sign.pos, end: sign.end, frame },
        message: `Use '${other}' in place of the negation.`,
        fixes: () => [
          {
            title: `Use '${other}'`,
            safe: true,
            edits: [
              { start: sign.pos, end: entry.node.pos, newText: '' },
              { start, end, newText: other },
            ],
          },
        ],
      });
    }
  },
});
