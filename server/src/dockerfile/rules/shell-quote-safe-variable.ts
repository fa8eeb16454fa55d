import { unquotedExpansions } from '../../shell/splitting.ts';
import { quote } from '../../text/quote.ts';
import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellQuoteSafeVariable = shellRule({
  id: 'shell-quote-safe-variable',
  summary: 'Variables are quoted even when their value has no blanks.',
  why: 'Nobody has to look up the value to know that the quotes are not needed, and they stay right when it changes.',
  severity: 'style',
  recommended: false,
  optional: true,
  fixable: true,
  same: ['shellcheck/SC2248'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN port=8080; curl localhost:«$port»\n',
      good: 'FROM debian:12\nRUN port=8080; curl localhost:"$port"\n',
    },
  ],
  find(facts, report) {
    for (const { entry } of unquotedExpansions(facts)) {
      const { node } = entry;
      if (!facts.flow.isSafe(node)) continue;
      report({
        at: placeOf(entry),
        message: `Quote ${quote(node.text)}.`,
        fixes: () => [
          { title: `Quote ${quote(node.text)}`, safe: facts.flow.isOneWord(node), edits: surround(node, '"', '"') },
        ],
      });
    }
  },
});
