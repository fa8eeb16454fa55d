import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { quote } from '../../text/quote.ts';
import { type ShellFix, shellRule } from '../shellRule.ts';

/** Folders that nobody removes on purpose, without the slash in front. */
const systemFolders = new Set([
  '', 'bin', 'boot', 'dev', 'etc', 'home', 'lib', 'mnt', 'usr', 'usr/bin', 'usr/local', 'usr/share', 'usr/src', 'var', 'var/lib',
]); // biome-ignore format: one table

export const shellRmRoot = shellRule({
  id: 'shell-rm-root',
  summary: 'A folder to remove is never the root because a variable is empty.',
  why: 'With an empty variable, "$dir/"* is everything in the root folder.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2115'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN dir=$(pwd)/build; rm -rf «"$dir/"*»\n',
      good: 'FROM debian:12\nRUN dir=$(pwd)/build; rm -rf "${dir:?}/"*\n',
    },
  ],
  find(facts, report) {
    for (const { program, args, entry } of facts.named('rm')) {
      if (program !== 'rm') continue;
      if (!args.some(({ text }) => /^-[a-zA-Z]*[rR]/.test(text) || text === '--recursive')) continue;
      for (const { node } of args) {
        if (node?.type !== 'Word' || !mayBeSystemFolder(node)) continue;
        report({
          at: { start: node.pos, end: node.end, frame: entry.frame },
          message: `With an empty variable ${quote(node.text)} removes a folder of the system. Use '\${name:?}' to stop then.`,
          fixes: () => guarded(node),
        });
      }
    }
  },
});

/** What the word is when every variable in it is empty: a folder of the system. */
function mayBeSystemFolder(word: Ast.Word): boolean {
  let path = '';
  let hasVariable = false;
  let isAmbiguous = false;
  for (const inner of flatParts(word)) {
    switch (inner.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'Glob':
        path += inner.text;
        break;
      case 'SimpleExpansion':
      case 'CommandExpansion':
        hasVariable = true;
        break;
      case 'ParameterExpansion':
        if (inner.operation?.type === 'Default') return false;
        hasVariable = true;
        break;
      default:
        isAmbiguous = true;
    }
  }
  if (word.parts === undefined) path = word.value;
  if (isAmbiguous || !path.startsWith('/')) return false;
  if (!hasVariable) return /^\/+\*$/.test(path);
  return systemFolders.has(
    path
      .replace(/\/+/g, '/')
      .replace(/^\/|\/?\*?$/g, '')
      .replace(/\/$/, ''),
  );
}

function guarded(word: Ast.Word): readonly ShellFix[] {
  const variables = flatParts(word).filter(
    (part) => part.type === 'SimpleExpansion' || (part.type === 'ParameterExpansion' && !part.operation),
  );
  if (variables.length === 0) return [];
  const edits = variables.map(({ pos, end, text }) => ({
    start: pos,
    end,
    newText: `\${${text.replace(/^\$\{?|\}$/g, '')}:?}`,
  }));
  return [{ title: 'Stop when the variable is empty', safe: true, edits }];
}
