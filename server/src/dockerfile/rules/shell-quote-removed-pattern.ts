import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellQuoteRemovedPattern = shellRule({
  id: 'shell-quote-removed-pattern',
  summary: 'A variable in ${name#pattern} is quoted for itself.',
  why: 'Quotes around the whole expansion do not reach it: wildcards in its value count.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2295'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for file in /srv/*; do echo "${file#«$HOME»}"; done\n',
      good: 'FROM debian:12\nRUN for file in /srv/*; do echo "${file#"$HOME"}"; done\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Remove')) {
      for (const part of node.operand.parts ?? []) {
        if (part.type !== 'SimpleExpansion' && part.type !== 'ParameterExpansion' && part.type !== 'CommandExpansion')
          continue;
        report({
          at: placeOf({ node: part, frame }),
          message: 'Wildcards in the value count here. Quote it inside of the braces.',
          fixes: () => [{ title: 'Quote it', safe: true, edits: surround(part, '"', '"') }],
        });
      }
    }
  },
});
