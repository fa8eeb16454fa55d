import { quote } from '../../text/quote.ts';
import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellArraySplitVariable = shellRule({
  id: 'shell-array-split-variable',
  summary: 'Array elements are quoted.',
  why: 'An unquoted variable between the parentheses is split at blanks and globbed into several elements.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2206'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN f() { parts=(«$1»); env "${parts[@]}"; }; f x\n',
      good: 'FROM fedora:41\nRUN f() { parts=("$1"); env "${parts[@]}"; }; f x\n',
    },
  ],
  find(facts, report) {
    for (const entry of facts.expansions) {
      const { node } = entry;
      if (node.type === 'SimpleExpansion' ? /^\$[#?$!-]$/.test(node.text) : node.prefix === '#') continue;
      const { role, isQuoted, isOperand } = facts.place(entry);
      if (role !== 'element' || isQuoted || isOperand || facts.flow.isSafe(node) || facts.flow.isUnknown(node))
        continue;
      report({
        at: placeOf(entry),
        message: `${quote(node.text)} is split and globbed into several elements. Quote it, or read the words with 'read -ra'.`,
        fixes: () => [{ title: `Quote ${quote(node.text)}`, safe: false, edits: surround(node, '"', '"') }],
      });
    }
  },
});
