import type { CommandFacts, Entry, ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { quote } from '../../text/quote.ts';
import { placeOf, shellRule } from '../shellRule.ts';

/** Programs whose own language has dollar signs or backticks. */
const programs = new Set([
  'trap', 'sh', 'bash', 'ksh', 'zsh', 'dash', 'ash', 'ssh', 'eval', 'xprop', 'alias', 'sudo', 'docker', 'podman', 'dpkg-query',
  'jq', 'rename', 'perl', 'awk', 'gawk', 'mawk', 'nawk', 'unset', 'rg',
]); // biome-ignore format: one table
const prompts = new Set(['PS1', 'PS2', 'PS3', 'PS4', 'PROMPT_COMMAND']);

export const shellSingleQuotedExpression = shellRule({
  id: 'shell-single-quoted-expression',
  summary: 'Text that looks like a variable or substitution is not in single quotes.',
  why: 'Nothing is expanded between single quotes, so the program gets the dollar sign itself.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2016'],
  examples: [
    {
      bad: "FROM debian:12\nRUN echo «'Building $VERSION'» && awk '{ print $1 }' list\n",
      good: 'FROM debian:12\nRUN echo "Building $VERSION"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('SingleQuoted')) {
      if (!/\$[{(0-9a-zA-Z_]|`[^`]+`/.test(entry.node.value) || isLiteralOnPurpose(facts, entry)) continue;
      report({
        at: placeOf(entry),
        message: `${quote(entry.node.value)} is not expanded between single quotes. Use double quotes if it is meant to be.`,
      });
    }
  },
});

function isLiteralOnPurpose(facts: ShellFacts, entry: Entry<Ast.SingleQuotedPart>): boolean {
  for (let current = entry.parent; current !== undefined; current = current.parent) {
    const { node } = current;
    if (node.type === 'Assignment') {
      if (prompts.has(node.name)) return true;
    } else if (node.type === 'TestUnary') {
      if (node.operator === '-v') return true;
    } else if (node.type === 'Command') {
      const command = facts.commandAt(node);
      return command !== undefined && isProgramWithDollars(command, entry.node.value);
    } else if (node.type === 'Script') return false;
  }
  return false;
}

function isProgramWithDollars({ name, args }: CommandFacts, text: string): boolean {
  if (programs.has(name)) return true;
  switch (name) {
    case 'sed':
      // An address '$', the last line, before a command.
      return !/\$[{(0-9a-zA-Z_]|`[^`]+`/.test(text.replace(/\$(?=[acdips](?:\W|_|$))/g, ''));
    case 'find':
      return args.some((word) => /^(?:ba|da|k|z)?sh$/.test(word.text));
    case 'git':
      return args[0]?.text === 'filter-branch';
    case '[':
      return args[0]?.text === '-v';
    default:
      return false;
  }
}
