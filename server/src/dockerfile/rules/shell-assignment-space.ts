import type { Ast } from '../../shell/tree.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellAssignmentSpace = shellRule({
  id: 'shell-assignment-space',
  summary: "There is no blank behind the '=' of an assignment.",
  why: 'With the blank the variable is empty, and the rest is run as a command.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC1007'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «VERSION=» 1.2; echo "$VERSION"\n',
      good: 'FROM debian:12\nRUN VERSION=\'\' 1.2; echo "$VERSION"\n',
    },
  ],
  find(facts, report) {
    for (const { node, parent, frame } of facts.all('Assignment')) {
      const { value, end, name } = node;
      if (value.type !== 'Word' || value.text !== '' || name === 'IFS' || parent?.node.type !== 'Command') continue;
      if (!hasMore(parent.node, end)) continue;
      report({
        at: placeAt(node.pos, end, frame),
        message: `'${name}' is set to nothing here. Remove the blank behind '=', or write '${name}=''' for an empty value.`,
        fixes: () => [
          { title: "Write '' for the empty value", safe: true, edits: [{ start: end, end, newText: "''" }] },
        ],
      });
    }
  },
});

/** Something of the command follows. */
function hasMore({ prefix, name, suffix }: Ast.Command, end: number): boolean {
  return [...prefix, ...(name ? [name] : []), ...suffix].some((part) => part.pos > end);
}
