import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellCaseUnquoted = shellRule({
  id: 'shell-case-unquoted',
  summary: 'A variable as a pattern of a case is quoted.',
  why: 'Unquoted, wildcards in its value count: * in it matches everything.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2254'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN case "$(id -un)" in «$USER») make;; esac\n',
      good: 'FROM debian:12\nRUN case "$(id -un)" in "$USER") make;; esac\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('CaseItem')) {
      for (const word of node.pattern) {
        const parts = word.parts ?? [];
        if (!parts.some(({ type }) => expansions.has(type)) || parts.some(({ type }) => type === 'Glob')) continue;
        report({
          at: placeOf({ node: word, frame }),
          message: 'Wildcards in the value count here. Quote it to compare texts.',
          fixes: () =>
            parts.length === 1 ? [{ title: 'Quote it', safe: false, edits: surround(word, '"', '"') }] : [],
        });
      }
    }
  },
});

const expansions = new Set(['SimpleExpansion', 'ParameterExpansion', 'CommandExpansion']);
