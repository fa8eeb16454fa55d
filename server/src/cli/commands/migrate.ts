import { loadLanguage } from '../../languages.ts';
import { configFileNames } from '../../lint/configFiles.ts';
import { type HadolintConfig, hadolintLayer, readHadolintConfig } from '../../lint/hadolintConfig.ts';
import { ruleNames } from '../../lint/names.ts';
import { Lines } from '../../text/lines.ts';
import { EXIT, type Exit, UsageError } from '../io.ts';
import { absolutePath, childPath, displayPath, parentPath } from '../paths.ts';
import { reasonOf } from '../reason.ts';
import type { Command } from './command.ts';

export const migrate: Command = {
  name: 'migrate',
  arguments: '[.hadolint.yaml]',
  summary: 'Writes a dockwright.yaml beside a configuration of hadolint that says the same.',
  options: [
    { name: 'stdout', help: 'write it to standard output instead' },
    { name: 'force', help: 'overwrite a dockwright.yaml that is there' },
  ],

  async run(io, args): Promise<Exit> {
    if (args.positionals.length > 1) throw new UsageError("'dockwright migrate' takes one configuration file.");
    const path =
      args.positionals[0] === undefined
        ? configFileNames.hadolint.map((name) => childPath(io.cwd, name)).find((file) => io.files.kind(file) === 'file')
        : absolutePath(io.cwd, args.positionals[0]);
    if (path === undefined) throw new UsageError('There is no .hadolint.yaml in this folder.');
    const shown = displayPath(io.cwd, path);
    let text: string;
    try {
      text = new TextDecoder().decode(io.files.read(path));
    } catch (error) {
      throw new UsageError(`Cannot read ${shown}: ${reasonOf(error)}.`);
    }
    const { parsePlainYaml } = await import('../../compose/syntax/plainYaml.ts');
    const { value, errors, locate } = parsePlainYaml(text);
    const read = errors.length > 0 ? undefined : readHadolintConfig(value);
    if (read?.config === undefined) {
      const lines = new Lines(text);
      const problems = [
        ...errors,
        ...(read?.problems ?? []).map(({ message, path: keys }) => ({ message, offset: locate(keys) })),
      ];
      for (const { message, offset } of problems) io.error(`${shown}:${lines.position(offset).line + 1}: ${message}\n`);
      return EXIT.failure;
    }
    const dockerfile = await loadLanguage('dockerfile');
    const names = dockerfile && ruleNames(dockerfile);
    const result = dockwrightYaml(read.config, (code) => names?.known(code)[0]);
    for (const note of notes(read.config)) io.error(`${note}\n`);
    if (args.flag('stdout')) {
      io.out(result);
      return EXIT.ok;
    }
    const target = childPath(parentPath(path) ?? '/', 'dockwright.yaml');
    if (io.files.kind(target) !== undefined && !args.flag('force')) {
      throw new UsageError(`${displayPath(io.cwd, target)} is there already. Use --force to overwrite it.`);
    }
    try {
      io.files.write(target, new TextEncoder().encode(result));
    } catch (error) {
      throw new UsageError(`Cannot write ${displayPath(io.cwd, target)}: ${reasonOf(error)}.`);
    }
    io.out(`Wrote ${displayPath(io.cwd, target)}. ${shown} is no longer needed: delete it, or both count.\n`);
    return EXIT.ok;
  },
};

/** @param ruleOf the id of the first rule that has a finding of hadolint */
export function dockwrightYaml(config: HadolintConfig, ruleOf: (code: string) => string | undefined): string {
  const { levels, options, suppressionComments, threshold } = hadolintLayer([config], '');
  const lines = [
    "# hadolint's rules at its severities. Leave the line out to get what Dockwright recommends.",
    'profile: hadolint',
  ];
  const rules = Object.entries(levels).map(([code, level]) => ({ code, level, rule: ruleOf(code) }));
  if (rules.some(({ rule }) => rule !== undefined)) lines.push('rules:');
  for (const { code, level, rule } of rules) {
    lines.push(
      rule === undefined ? `  # ${code}: ${level} (there is no such finding)` : `  ${code}: ${level} # ${rule}`,
    );
  }
  const optionLines: string[] = [];
  if (options.trustedRegistries !== undefined) {
    optionLines.push(
      '  trustedRegistries:',
      ...options.trustedRegistries.map((name) => `    - ${JSON.stringify(name)}`),
    );
  }
  if (options.labelSchema !== undefined) {
    const entries = Object.entries(options.labelSchema);
    optionLines.push('  labelSchema:', ...entries.map(([label, type]) => `    ${JSON.stringify(label)}: ${type}`));
  }
  if (options.strictLabels !== undefined) optionLines.push(`  strictLabels: ${options.strictLabels}`);
  if (optionLines.length > 0) lines.push('options:', ...optionLines);
  if (suppressionComments === false) lines.push('suppressionComments: false');
  if (threshold !== undefined) lines.push(`threshold: ${threshold}`);
  return `${lines.join('\n')}\n`;
}

/** What belongs on the command line with us. */
function notes(config: HadolintConfig): string[] {
  const told: string[] = [];
  if (config.noFail) told.push("'no-fail' has no place in dockwright.yaml: call 'dockwright lint --no-fail'.");
  if (config.noColor) told.push("'no-color' has no place in dockwright.yaml: call 'dockwright lint --no-color'.");
  if (config.verbose) told.push("'verbose' has no place in dockwright.yaml: call 'dockwright lint --verbose'.");
  if (config.formats.length > 0) {
    told.push(
      `The format has no place in dockwright.yaml: call 'dockwright lint --format ${config.formats.join(' --format ')}'.`,
    );
  }
  return told;
}
