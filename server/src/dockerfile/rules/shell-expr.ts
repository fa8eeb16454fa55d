import { placeAt, shellRule } from '../shellRule.ts';

export const shellExpr = shellRule({
  id: 'shell-expr',
  summary: 'Arithmetic is done with $((…)), not with expr.',
  why: 'expr is a program of its own, needs its operators escaped, and fails where the result is 0.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2003'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN jobs=2 && make -j "$(«expr» "$jobs" + 1)"\n',
      good: 'FROM debian:12\nRUN jobs=2 && make -j "$((jobs + 1))"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, nameWord, entry } of facts.named('expr')) {
      if (args.some(({ text }) => textOperators.has(text))) continue;
      report({
        at: placeAt(nameWord.pos, nameWord.end, entry.frame),
        message: "Use '$((…))' instead of 'expr'.",
      });
    }
  },
});

/** What arithmetic expansions do not have. */
const textOperators = new Set([':', '<', '>', '<=', '>=', 'match', 'length', 'substr', 'index']);
