import type { Ast } from '../../shell/tree.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellPathOverwritten = shellRule({
  id: 'shell-path-overwritten',
  summary: 'PATH is only the list of folders with programs.',
  why: 'With another text in it, the shell finds no program any more.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2123'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «PATH»=/srv/app; ls "$PATH"\n',
      good: 'FROM debian:12\nRUN path=/srv/app; ls "$path"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Assignment')) {
      const { node, frame } = entry;
      if (node.name !== 'PATH' || node.value.type !== 'Word' || node.append || !isPlain(node.value)) continue;
      if (facts.role({ node: node.value, parent: entry, frame }) !== 'assignment') continue;
      const command = entry.parent?.node;
      if (command?.type === 'Command' && command.name !== undefined) continue;
      if (/:|\bs?bin\b/.test(node.value.text)) continue;
      report({
        at: placeAt(node.pos, node.pos + node.name.length, frame),
        message: "'PATH' is where the shell looks for programs. Use another name for other folders.",
      });
    }
  },
});

function isPlain(word: Ast.Word): boolean {
  return !/[$`]/.test(word.text);
}
