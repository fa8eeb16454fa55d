import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestAlways = shellRule({
  id: 'shell-test-always',
  summary: 'true and false are commands, not tests.',
  why: '[ … ] with one word only asks whether it is empty, so that [ false ] and [ 0 ] are true.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2158', 'shellcheck/SC2159', 'shellcheck/SC2160', 'shellcheck/SC2161'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN while [ «true» ]; do make && break; done\n',
      good: 'FROM debian:12\nRUN while true; do make && break; done\n',
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame, entry, negated } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'word') continue;
        const meant = values.get(test.word.value);
        if (meant === undefined || /[$`\\]/.test(test.word.text)) continue;
        const isAlone = tests.length === 1 && negated.size === 0 && test.word.value === meant;
        report({
          at: placeOf({ node: test.word, frame }),
          message: `A word that is not empty is always true. Use the command '${meant}'.`,
          fixes: () =>
            isAlone && entry.node.type === 'Command' && entry.node.redirects.length === 0
              ? [
                  {
                    title: `Write '${meant}'`,
                    safe: meant === 'true',
                    edits: [{ start: entry.node.pos, end: entry.node.end, newText: meant }],
                  },
                ]
              : [],
        });
      }
    }
  },
});

const values = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['1', 'true'],
  ['0', 'false'],
]);
