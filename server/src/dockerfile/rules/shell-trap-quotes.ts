import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { type ShellFix, shellRule } from '../shellRule.ts';

export const shellTrapQuotes = shellRule({
  id: 'shell-trap-quotes',
  summary: 'The command of a trap is in single quotes.',
  why: 'In double quotes variables are expanded when the trap is set, not when it runs.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2064'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN dir=$(mktemp -d) && trap "rm -r «$dir»" EXIT && tar -C "$dir" -xf a.tar\n',
      good: 'FROM debian:12\nRUN dir=$(mktemp -d) && trap \'rm -r $dir\' EXIT && tar -C "$dir" -xf a.tar\n',
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('trap')) {
      const node = args[0]?.node;
      if (node?.type !== 'Word' || node.parts?.length !== 1 || node.parts[0]?.type !== 'DoubleQuoted') continue;
      const [quoted] = node.parts;
      const first = quoted.parts.find((part) => part.type !== 'Literal');
      if (first === undefined) continue;
      report({
        at: { start: first.pos, end: first.end, frame: entry.frame },
        message: `${quote(first.text)} is expanded now, not when the trap runs. Use single quotes.`,
        fixes: () => (/['"\\`]/.test(quoted.text.slice(1, -1)) ? [] : [singleQuoted(quoted)]),
      });
    }
  },
});

function singleQuoted({ pos, end }: Ast.DoubleQuotedPart): ShellFix {
  return {
    title: 'Use single quotes',
    safe: false,
    edits: [
      { start: pos, end: pos + 1, newText: "'" },
      { start: end - 1, end, newText: "'" },
    ],
  };
}
