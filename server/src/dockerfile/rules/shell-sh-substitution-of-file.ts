import { placeOf, shellRule } from '../shellRule.ts';

export const shellShSubstitutionOfFile = shellRule({
  id: 'shell-sh-substitution-of-file',
  summary: 'Scripts for sh read a file with $(cat file), not with $(<file).',
  why: 'In dash the result is empty.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3034', 'shellcheck/SC3035'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN version="«$(<VERSION)»"; echo "$version"\n',
      good: 'FROM debian:12\nRUN version="$(cat VERSION)"; echo "$version"\n',
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('CommandExpansion')) {
      const [statement, second] = entry.node.script?.commands ?? [];
      const command = statement?.command;
      if (
        second !== undefined ||
        command?.type !== 'Command' ||
        command.name !== undefined ||
        command.prefix.length !== 1
      )
        continue;
      const [redirect] = command.prefix;
      if (redirect?.type !== 'Redirect' || redirect.operator !== '<' || redirect.target === undefined) continue;
      const { pos, target } = redirect;
      report({
        at: placeOf(entry),
        message: "A POSIX shell does not read a file this way. Write '$(cat file)'.",
        fixes: () => [{ title: "Use 'cat'", safe: true, edits: [{ start: pos, end: target.pos, newText: 'cat ' }] }],
      });
    }
  },
});
