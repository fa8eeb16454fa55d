import type { CommandFacts, Entry } from '../../shell/facts.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellLoopInput = shellRule({
  id: 'shell-loop-input',
  summary: 'Commands in a while read loop leave its input alone.',
  why: 'ssh and ffmpeg read all of their input, so that the loop ends after its first line.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2095'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN while read -r host; do «ssh "$host" uptime»; done < hosts\n',
      good: 'FROM debian:12\nRUN while read -r host; do ssh "$host" uptime < /dev/null; done < hosts\n',
    },
  ],
  find(facts, report) {
    for (const command of facts.named('ssh', 'ffmpeg', 'mplayer', 'HandBrakeCLI')) {
      if (!readsInput(command) || !isInReadLoop(command.entry)) continue;
      const { end } = command.node;
      report({
        at: placeOf(command.entry),
        message: `'${command.name}' reads what the loop should read. Add '< /dev/null'.`,
        fixes: () => [
          { title: "Add '< /dev/null'", safe: true, edits: [{ start: end, end, newText: ' < /dev/null' }] },
        ],
      });
    }
  },
});

function readsInput({ node, name, args }: CommandFacts): boolean {
  if (node.redirects.some(({ operator }) => operator.startsWith('<'))) return false;
  const quiet = name === 'ssh' ? /^-[A-Za-z]*n/ : /^-(?:nostdin|noconsolecontrols)$/;
  return !args.some(({ text }) => quiet.test(text));
}

/** Gets its input from the innermost `while read`, with nothing between that changes it. */
function isInReadLoop(entry: Entry): boolean {
  let child = entry;
  for (let current = entry.parent; current !== undefined; child = current, current = current.parent) {
    const { node } = current;
    switch (node.type) {
      case 'Pipeline':
        if (node.commands[0] !== child.node || node.prefixes.length > 0) return false;
        break;
      case 'While':
        return node.kind === 'while' && node.body === child.node && isRead(current);
      case 'AndOr':
      case 'Case':
      case 'Function':
        return false;
      case 'Redirected':
        if (node.redirects.some(({ operator }) => operator.startsWith('<'))) return false;
        break;
    }
  }
  return false;
}

function isRead({ node }: Entry): boolean {
  if (node.type !== 'While' || node.clause.commands.length !== 1) return false;
  const [statement] = node.clause.commands;
  const command = statement?.command;
  if (command?.type !== 'Command' || command.name?.value !== 'read') return false;
  return !command.args.some(({ text }) => /^-[A-Za-z]*u/.test(text));
}
