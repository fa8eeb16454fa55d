import type { CommandFacts } from '../../shell/facts.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellFunctionAsProgram = shellRule({
  id: 'shell-function-as-program',
  summary: 'Other programs are not asked to run a function of the script.',
  why: 'sudo, xargs or find look for a program of that name; they do not know the functions of the shell.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2032', 'shellcheck/SC2033'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN clean() { rm -f "$@"; }; find . -name "*.o" | xargs «clean»\n',
      good: 'FROM debian:12\nRUN find . -name "*.o" | xargs rm -f\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Function').length === 0) return;
    const functions = new Set(facts.all('Function').map(({ node }) => node.name.value));
    for (const command of facts.named('sudo', 'xargs', 'screen', 'ssh', 'find')) {
      for (const { text, start, end, node } of programsOf(command)) {
        if (!functions.has(text) || node?.text !== text) continue;
        report({
          at: placeAt(start, end, command.entry.frame),
          message: `'${command.name}' cannot run the function '${text}'. Use 'sh -c' with the commands.`,
        });
      }
    }
  },
});

function programsOf({ name, args }: CommandFacts): CommandFacts['args'] {
  if (name === 'ssh') return args.slice(1, 2);
  if (name === 'find') return args.filter((_, index) => /^-(?:exec|execdir|ok)$/.test(args[index - 1]?.text ?? ''));
  return args.slice(0, 1);
}
