import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellForCat = shellRule({
  id: 'shell-for-cat',
  summary: 'Lines of a file are read with while read, not with for.',
  why: 'for gets words, not lines, and expands wildcards in them.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2013'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN for name in «$(cat packages.txt)»; do apt-get install -y "$name"; done\n',
      good: 'FROM debian:12\nRUN while read -r name; do apt-get install -y "$name"; done < packages.txt\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('For')) {
      const [word, ...others] = node.wordlist ?? [];
      if (word === undefined || others.length > 0) continue;
      for (const part of word.parts ?? []) {
        if (part.type !== 'CommandExpansion' || !isFileRead(facts, part.script)) continue;
        report({
          at: placeOf({ node: part, frame }),
          message: "This gives words, not lines. Use 'while read -r line; do …; done < file'.",
        });
      }
    }
  },
});

/** Only takes lines out of files. */
function isFileRead(facts: ShellFacts, script: Ast.ParsedScript | undefined): boolean {
  const [statement, ...others] = script?.commands ?? [];
  if (statement === undefined || others.length > 0) return false;
  const { command } = statement;
  const members = command.type === 'Pipeline' ? command.commands : [command];
  return members.every((member) => /^(?:cat|[ef]?grep|sed|cut|awk|sort)$/.test(facts.simple(member)?.name ?? ''));
}
