import { placeAt, shellRule } from '../shellRule.ts';

export const shellFunctionRecursion = shellRule({
  id: 'shell-function-recursion',
  summary: 'A function that wraps a program of its own name calls it with command.',
  why: 'Else it calls itself until the shell has no memory left.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2264'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make() { «make» -j 4 "$@"; }; make all\n',
      good: 'FROM debian:12\nRUN make() { command make -j 4 "$@"; }; make all\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Function')) {
      const { body } = node;
      const [statement, ...others] = body.type === 'BraceGroup' ? body.body.commands : [];
      if (statement === undefined || others.length > 0) continue;
      const { command } = statement;
      const first = command.type === 'Pipeline' ? command.commands[0] : command;
      if (first?.type !== 'Command' || first.name === undefined || first.name.text !== node.name.text) continue;
      const { pos: start, end } = first.name;
      report({
        at: placeAt(start, end, frame),
        message: `The function calls itself for ever. Use 'command ${node.name.text}' for the program.`,
        fixes: () => [
          { title: "Add 'command'", safe: true, edits: [{ start, end: start, newText: 'command ', isBefore: true }] },
        ],
      });
    }
  },
});
