import type { Ast } from '../../shell/tree.ts';
import { flatParts, isList } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellArrayToString = shellRule({
  id: 'shell-array-to-string',
  summary: 'A list is not assigned to a variable that holds one string.',
  why: 'All elements are joined into one string there, and what belonged together cannot be told apart any more.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2124'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN f() { args=«"$@"»; env "$args"; }; f a\n',
      good: 'FROM debian:12\nRUN f() { args="$*"; env "$args"; }; f a\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Assignment')) {
      const { value, index } = entry.node;
      if (value.type !== 'Word' || index !== undefined) continue;
      const list = listIn(value);
      if (list === undefined) continue;
      report({
        at: { start: value.pos, end: value.end, frame: entry.frame },
        message: `'${list}' is joined into one string. Use an array, or '*' in place of '@' to join on purpose.`,
      });
    }
  },
});

/** The list that is expanded in a word. */
function listIn(word: Ast.Word): string | undefined {
  const list = flatParts(word).find((part) => isList(part) && !isDefault(part));
  return list?.text;
}

function isDefault(part: Ast.WordPart): boolean {
  return part.type === 'ParameterExpansion' && (part.prefix !== undefined || part.operation?.type === 'Default');
}
