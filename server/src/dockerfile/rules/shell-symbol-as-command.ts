import { quote } from '../../text/quote.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellSymbolAsCommand = shellRule({
  id: 'shell-symbol-as-command',
  summary: 'Names of commands do not end in a punctuation mark.',
  why: 'It belongs to something else: a list, a condition or a sentence that was taken for a command.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2286', 'shellcheck/SC2287', 'shellcheck/SC2288'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «make,» make install\n',
      good: 'FROM debian:12\nRUN make; make install\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const { name } = node;
      if (name === undefined || !isStrange(name.text)) continue;
      report({
        at: placeOf({ node: name, frame: entry.frame }),
        message: `${quote(name.text)} is run as a command. Correct the text before or behind it.`,
      });
    }
  },
});

function isStrange(text: string): boolean {
  if (/^(?:\.\.?|\[|\[\[|\{|\}|""|'')$/.test(text)) return text === '""' || text === "''";
  if (/\[.*\]$/.test(text)) return false;
  return /(?:[\]{},.%/[]|[^\w]["']?\[["']?)$/.test(text) && !/\$\{[^}]*\}$/.test(text);
}
