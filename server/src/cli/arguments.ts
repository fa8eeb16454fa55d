import { type ParseArgsConfig, parseArgs } from 'node:util';
import { closest } from '../lint/closest.ts';
import { UsageError } from './io.ts';

export interface OptionFacts {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; options without it are flags. */
  readonly value?: string;
  readonly help: string;
}

export interface CommandFacts {
  readonly name: string;
  /** What stands for the arguments in the help. */
  readonly arguments: string;
  readonly summary: string;
  readonly options: readonly OptionFacts[];
}

/** The arguments of a command, checked against its facts. */
export class Arguments {
  readonly positionals: readonly string[];
  private readonly given: Readonly<Record<string, unknown>>;

  constructor(given: Readonly<Record<string, unknown>>, positionals: readonly string[]) {
    this.given = given;
    this.positionals = positionals;
  }

  flag(name: string): boolean {
    return this.values(name).length > 0 || this.given[name] !== undefined;
  }

  /** The last one where an option is repeated. */
  value(name: string): string | undefined {
    return this.values(name).at(-1);
  }

  values(name: string): readonly string[] {
    const given = this.given[name];
    return Array.isArray(given) ? given.filter((item) => typeof item === 'string') : [];
  }
}

/** @throws UsageError for options the command does not have, and values that are missing or too many. */
export function parseArguments(command: CommandFacts, args: readonly string[]): Arguments {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const { name, short, value } of command.options) {
    options[name] = {
      type: value === undefined ? 'boolean' : 'string',
      ...(short !== undefined && { short }),
      ...(value !== undefined && { multiple: true }),
    };
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return new Arguments(values, positionals);
  } catch (error) {
    throw new UsageError(explain(error, command));
  }
}

function explain(error: unknown, command: CommandFacts): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return message.replace(/\n.*/s, '');
  const ours = command.name === 'lint' ? ofHadolint.get(unknown) : undefined;
  if (ours !== undefined) return `'dockwright lint' has no option '${unknown}'. Use ${ours}.`;
  const names = [...command.options.map(({ name }) => `--${name}`), '--help'];
  const meant = closest(unknown, names);
  const hint = meant === undefined ? `See 'dockwright ${command.name} --help'.` : `Did you mean '${meant}'?`;
  return `'dockwright ${command.name}' has no option '${unknown}'. ${hint}`;
}

/** What says the same with us as an option of hadolint does. */
const ofHadolint: ReadonlyMap<string, string> = new Map([
  ['--ignore', "'--rule CODE=off'"],
  ['--error', "'--rule CODE=error'"],
  ['--warning', "'--rule CODE=warning'"],
  ['--info', "'--rule CODE=info'"],
  ['--style', "'--rule CODE=style'"],
  ['--failure-threshold', "'--threshold'"],
  ['--file-path-in-report', "'--stdin-filename'"],
  ['--trusted-registry', "'options.trustedRegistries' in dockwright.yaml"],
  ['--require-label', "'options.labelSchema' in dockwright.yaml"],
  ['--strict-labels', "'options.strictLabels' in dockwright.yaml"],
  ['--disable-ignore-pragma', "'suppressionComments' in dockwright.yaml"],
]);

const HELP: OptionFacts = { name: 'help', short: 'h', help: 'show this help' };

export function commandHelp(command: CommandFacts): string {
  const rows = [...command.options, HELP].map(({ name, short, value, help }) => {
    const long = `--${name}${value === undefined ? '' : ` ${value}`}`;
    return [short === undefined ? `    ${long}` : `-${short}, ${long}`, help] as const;
  });
  return [
    `Usage: dockwright ${command.name} [options] ${command.arguments}`.trimEnd(),
    '',
    command.summary,
    '',
    'Options:',
    ...columns(rows),
    '',
  ].join('\n');
}

export function overallHelp(commands: readonly CommandFacts[]): string {
  return [
    'Usage: dockwright COMMAND [options] [arguments]',
    '',
    'Lints, fixes and formats Dockerfiles and Compose files.',
    '',
    'Commands:',
    ...columns(commands.map((command) => [`${command.name} ${command.arguments}`, command.summary] as const)),
    '',
    'Options:',
    ...columns([
      ['-v, --version', 'show the version'],
      ['-h, --help', 'show this help, or with a command the help of the command'],
    ]),
    '',
    'Ends with 0 when all is well, 1 when something was found, 2 when it was called wrongly or could not do its work.',
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
