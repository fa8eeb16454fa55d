import type { Ast } from '../../shell/tree.ts';
import { placeAt, placeOf, shellRule } from '../shellRule.ts';

export const shellValueIsCommand = shellRule({
  id: 'shell-value-is-command',
  summary: 'The output of a command is assigned with $(…).',
  why: 'name=command -x runs a program of the name -x; name=command | other pipes nothing.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2036', 'shellcheck/SC2037'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN «lines=wc -l»; echo "$lines"\n',
      good: 'FROM debian:12\nRUN lines=$(wc -l < list); echo "$lines"\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN «first»=ls | head; echo "$first"\n',
      good: 'FROM debian:12\nRUN first=$(ls | head); echo "$first"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Command')) {
      const { node, parent, frame } = entry;
      const [assignment, ...others] = node.prefix;
      if (assignment?.type !== 'Assignment' || others.length > 0 || !isText(assignment)) continue;
      const message = `Write '${assignment.name}=$(…)' for the output of a command.`;
      if (node.name !== undefined) {
        if (/^-|^\[.+\]$/.test(node.name.text)) report({ at: placeOf(entry), message });
      } else if (
        parent?.node.type === 'Pipeline' &&
        parent.node.commands.length > 1 &&
        parent.node.commands[0] === node
      ) {
        report({ at: placeAt(assignment.pos, assignment.pos + assignment.name.length, frame), message });
      }
    }
  },
});

function isText({ value }: Ast.Assignment): boolean {
  return value.type === 'Word' && !/[$`]/.test(value.text) && !value.text.startsWith('-');
}
