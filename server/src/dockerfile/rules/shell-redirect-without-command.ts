import type { Entry } from '../../shell/facts.ts';
import { shellRule } from '../shellRule.ts';

export const shellRedirectWithoutCommand = shellRule({
  id: 'shell-redirect-without-command',
  summary: 'A redirection belongs to a command.',
  why: 'Alone it only opens or empties the file, which is hardly seen; often a command in front of it is missing.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2188'],
  examples: [
    { bad: 'FROM debian:12\nRUN «> /var/log/dpkg.log»\n', good: 'FROM debian:12\nRUN : > /var/log/dpkg.log\n' },
  ],
  find(facts, report) {
    for (const entry of facts.all('Command')) {
      const { node, parent } = entry;
      if (node.name !== undefined || node.prefix.some((part) => part.type === 'Assignment') || node.prefix.length === 0)
        continue;
      if (parent?.node.type === 'Pipeline' && parent.node.commands.length > 1) continue;
      if (isFileRead(entry)) continue;
      const [first] = node.prefix;
      if (first === undefined) continue;
      report({
        at: { start: first.pos, end: first.end, frame: entry.frame },
        message: "There is no command to redirect. Use ': > file' to empty a file.",
        fixes: () => [
          { title: "Add ':'", safe: true, edits: [{ start: node.pos, end: node.pos, newText: ': ', isBefore: true }] },
        ],
      });
    }
  },
});

/** `$(< file)` and `$(> file)`. */
function isFileRead({ parent }: Entry): boolean {
  const script = parent?.node.type === 'Statement' ? parent.parent : undefined;
  return script?.parent?.node.type === 'CommandExpansion';
}
