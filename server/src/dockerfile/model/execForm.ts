import type { Script } from '../../shell/script.ts';

/** Commands that are part of the shell and cannot be started without one. */
const builtins = new Set([
  ...['.', ':', 'alias', 'bg', 'break', 'cd', 'command', 'continue', 'eval', 'exit', 'export', 'fg', 'getopts'],
  ...['hash', 'jobs', 'local', 'read', 'readonly', 'return', 'set', 'shift', 'source', 'times', 'trap', 'type'],
  ...['ulimit', 'umask', 'unalias', 'unset', 'wait', 'builtin', 'declare', 'let', 'shopt', 'typeset'],
]);

/**
 * The words of a script that does nothing but start one program, so that it can be started without a shell; `exec` is
 * left out. `undefined` when the shell has something to do: expansions, redirections, several commands.
 */
export function execWords({ ok, tree, commands, dialect }: Script): readonly string[] | undefined {
  if (!ok || dialect === 'powershell' || dialect === 'cmd') return undefined;
  const [statement, another] = tree.root?.commands ?? [];
  if (statement === undefined || another !== undefined || statement.background === true) return undefined;
  const [command] = commands;
  if (statement.command.type !== 'Command' || command === undefined || commands.length > 1) return undefined;
  if (command.redirections.length > 0 || command.assignments.length > 0) return undefined;
  if (!command.args.every((word) => word.isLiteral)) return undefined;
  const words = [command.shape.first.text, ...command.args.map((word) => word.text)];
  const program = words[0] === 'exec' ? words.slice(1) : words;
  const [name] = program;
  return name === undefined || name.startsWith('-') || builtins.has(name) ? undefined : program;
}

/** A JSON array as instructions are written. */
export function jsonArray(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
