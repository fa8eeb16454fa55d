import { closest } from '../lint/closest.ts';
import { commandHelp, overallHelp, parseArguments } from './arguments.ts';
import type { Command } from './commands/command.ts';
import { format } from './commands/format.ts';
import { lint } from './commands/lint.ts';
import { migrate } from './commands/migrate.ts';
import { explain, rules } from './commands/rules.ts';
import { EXIT, type Exit, type Io, UsageError } from './io.ts';
import { version } from './version.ts';

export const commands: readonly Command[] = [lint, format, rules, explain, migrate];

/** Runs the command line. Never throws: every way to end is an exit code and a message. */
export async function run(io: Io, args: readonly string[]): Promise<Exit> {
  try {
    return await dispatch(io, args);
  } catch (error) {
    if (error instanceof UsageError) io.error(`dockwright: ${error.message}\n`);
    else io.error(`dockwright: internal error: ${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.failure;
  }
}

async function dispatch(io: Io, args: readonly string[]): Promise<Exit> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.error(overallHelp(commands));
    return EXIT.failure;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    io.out(`${version}\n`);
    return EXIT.ok;
  }
  const wanted = name === 'help' || name === '--help' || name === '-h' ? rest[0] : name;
  if (wanted === undefined) {
    io.out(overallHelp(commands));
    return EXIT.ok;
  }
  const command = commands.find((candidate) => candidate.name === wanted);
  if (command === undefined) throw new UsageError(unknownCommand(wanted));
  if (wanted !== name) {
    io.out(commandHelp(command));
    return EXIT.ok;
  }
  const parsed = parseArguments(command, rest);
  if (parsed.flag('help')) {
    io.out(commandHelp(command));
    return EXIT.ok;
  }
  return command.run(io, parsed);
}

function unknownCommand(name: string): string {
  const meant = closest(
    name,
    commands.map((command) => command.name),
  );
  if (meant !== undefined) return `There is no command '${name}'. Did you mean '${meant}'?`;
  return `There is no command '${name}'. To lint a file, call 'dockwright lint ${name}'.`;
}
