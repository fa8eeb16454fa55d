import { loadedLanguages } from '../../languages.ts';
import { emptyLayer, type Layer } from '../../lint/config.ts';
import { isAtLeast, isLevel, isProfile, isSeverity, type Level, profiles, severities } from '../../lint/severity.ts';
import type { Arguments } from '../arguments.ts';
import { Cache } from '../cache.ts';
import { Configurations, type StatedConfiguration } from '../configurations.ts';
import { FileHost } from '../fileHost.ts';
import { EXIT, type Exit, type Io, UsageError } from '../io.ts';
import { Linter, languageFor } from '../linter.ts';
import { absolutePath, displayPath, parentPath } from '../paths.ts';
import { reasonOf } from '../reason.ts';
import { FORMAT_ALIASES, reporters } from '../reporters/index.ts';
import type { ReporterContext } from '../reporters/reporter.ts';
import type { FileResult } from '../results.ts';
import { unknownRulesOfAll } from '../ruleFacts.ts';
import { lintShared } from '../share.ts';
import { decode } from '../text.ts';
import { programId, version } from '../version.ts';
import { type Command, INPUT_OPTIONS } from './command.ts';
import { inputsOf } from './inputs.ts';

/** Who calls for these takes any other end for a crash; as with hadolint. */
const NEVER_FAILING = new Set(['codeclimate', 'codacy']);
const FORMATS = Object.keys(reporters);

export const lint: Command = {
  name: 'lint',
  arguments: '[FILE or FOLDER ...]',
  summary:
    "Lints files and the files found in folders; the current folder when nothing is named, standard input for '-'.",
  options: [
    { name: 'format', short: 'f', value: 'NAME', help: `report format: ${FORMATS.join(', ')}; may be repeated` },
    { name: 'output', short: 'o', value: 'FILE', help: 'write the report there; goes with --format in order' },
    { name: 'profile', short: 'p', value: 'NAME', help: `which rules run: ${profiles.join(', ')}` },
    {
      name: 'rule',
      short: 'r',
      value: 'RULE=LEVEL',
      help: `set a rule to off, on, ${severities.join(', ')}; may be repeated`,
    },
    {
      name: 'threshold',
      short: 't',
      value: 'SEVERITY',
      help: `fail at ${severities.join(', ')} or graver; default info`,
    },
    { name: 'no-fail', help: 'end with 0 whatever is found' },
    { name: 'quiet', short: 'q', help: 'report errors only' },
    { name: 'fix', help: 'apply all safe fixes and report what is left' },
    { name: 'format-check', help: "also report files that 'dockwright format' would change" },
    { name: 'config', short: 'c', value: 'FILE', help: 'use this configuration file and no other' },
    { name: 'no-config', help: 'use no configuration files' },
    { name: 'cache', help: 'keep results and lint only what changed' },
    { name: 'cache-location', value: 'FILE', help: 'where results are kept; default .dockwright-cache' },
    ...INPUT_OPTIONS,
    { name: 'color', help: 'use colours even when this is no terminal' },
    { name: 'no-color', help: 'use no colours' },
    { name: 'verbose', help: 'tell which configuration files are used' },
  ],

  async run(io, args): Promise<Exit> {
    const stated = statedLayer(args);
    await refuseUnknownRules(stated);
    const configuration: StatedConfiguration = {
      ...(args.value('config') !== undefined && { config: args.value('config') ?? '' }),
      search: !args.flag('no-config'),
      stated,
    };
    // Threads meet the same problems with the same configuration files.
    const told = new Set<string>();
    const tell = (text: string): void => {
      if (!told.has(text)) io.error(text);
      told.add(text);
    };
    const configurations = new Configurations(
      { ...io, error: tell },
      { ...configuration, unknownRules: unknownRulesOfAll },
    );
    const { layers, files } = await configurations.of(io.cwd);
    const last = <Key extends keyof Layer>(key: Key): Layer[Key] | undefined =>
      layers.findLast((layer) => layer[key] !== undefined)?.[key];
    const reports = reportsFor(args, last('formats') ?? []);
    const threshold = args.flag('quiet') ? 'error' : (thresholdOf(args) ?? last('threshold') ?? 'info');
    if (args.flag('verbose') || last('verbose')) tellConfiguration(io, files);

    const cachePath = absolutePath(io.cwd, args.value('cache-location') ?? '.dockwright-cache');
    const cache = args.flag('cache') ? new Cache(io.files, cachePath, programId()) : undefined;
    const fix = args.flag('fix');
    const host = new FileHost(io.files);
    const options = { fix, checkFormat: args.flag('format-check') };
    const linter = new Linter(io, configurations, host, options, cache);
    const inputs = inputsOf(io, args);
    let results: FileResult[] = [];
    if (inputs.kind === 'stdin') {
      const result = await lintStdin(io, inputs.path, linter, configurations, fix);
      if (result !== undefined) results.push(result);
    } else {
      // Threads know nothing of each other's cache.
      const threads = cache === undefined ? io.threads : undefined;
      const found = await lintShared(inputs.paths, linter, threads, { configuration, options }, tell);
      results = found.filter((result) => result !== undefined);
      // The report tells facts of rules, whichever thread they ran in.
      for (const path of inputs.paths) await languageFor(path);
    }
    if (args.flag('quiet')) {
      results = results.map(({ path, findings }) => ({
        path,
        findings: findings.filter(({ severity }) => severity === 'error'),
      }));
    }
    const context = await reporterContext(io, args, last('noColor') ?? false);
    // What was fixed on standard input goes to standard output, so the report makes way.
    const print = fix && inputs.kind === 'stdin' ? io.error : io.out;
    for (const { format, output } of reports) {
      const text = reporters[format]?.(results, output === undefined ? context : { ...context, colour: false }) ?? '';
      if (output === undefined) print(text);
      else writeReport(io, output, text);
    }
    if (linter.fixedFiles > 0) {
      io.error(
        `Fixed ${linter.fixed} problem${linter.fixed === 1 ? '' : 's'} in ${linter.fixedFiles} file${linter.fixedFiles === 1 ? '' : 's'}.\n`,
      );
    }
    saveCache(io, cache, cachePath);

    if (linter.failed || configurations.failed || (inputs.kind === 'files' && inputs.failed)) return EXIT.failure;
    if (args.flag('no-fail') || last('noFail') || reports.every(({ format }) => NEVER_FAILING.has(format)))
      return EXIT.ok;
    const fails = results.some(({ findings }) => findings.some(({ severity }) => isAtLeast(severity, threshold)));
    return fails ? EXIT.findings : EXIT.ok;
  },
};

function statedLayer(args: Arguments): Layer {
  const profile = args.value('profile');
  if (profile !== undefined && !isProfile(profile)) {
    throw new UsageError(`There is no profile '${profile}'. Profiles are ${profiles.join(', ')}.`);
  }
  const levels: Record<string, Level> = {};
  for (const stated of args.values('rule')) {
    const equals = stated.lastIndexOf('=');
    const level = stated.slice(equals + 1);
    if (equals < 1 || !isLevel(level)) {
      throw new UsageError(`'--rule ${stated}' must be RULE=LEVEL with a level of off, on, ${severities.join(', ')}.`);
    }
    levels[stated.slice(0, equals)] = level;
  }
  return { ...emptyLayer, levels, ...(profile !== undefined && { profile }) };
}

async function refuseUnknownRules(stated: Layer): Promise<void> {
  if (Object.keys(stated.levels).length === 0) return;
  const [problem] = (await unknownRulesOfAll())(stated);
  if (problem !== undefined) throw new UsageError(problem.message);
}

function thresholdOf(args: Arguments): Layer['threshold'] {
  const threshold = args.value('threshold');
  if (threshold !== undefined && !isSeverity(threshold)) {
    throw new UsageError(`'${threshold}' is no severity. Severities are ${severities.join(', ')}.`);
  }
  return threshold;
}

/** As with hadolint: formats and files pair up in order, what has no file goes to standard output. */
function reportsFor(args: Arguments, configured: readonly string[]): { format: string; output: string | undefined }[] {
  const stated = args.values('format');
  const formats = (stated.length > 0 ? stated : configured).map((name) => FORMAT_ALIASES[name] ?? name);
  const outputs = args.values('output');
  for (const format of formats) {
    if (!Object.hasOwn(reporters, format)) {
      throw new UsageError(`There is no format '${format}'. Formats are ${FORMATS.join(', ')}.`);
    }
  }
  const reports: { format: string; output: string | undefined }[] = [];
  for (let index = 0; index < Math.max(1, formats.length, outputs.length); index++) {
    reports.push({ format: formats[index] ?? 'pretty', output: outputs[index] });
  }
  return reports;
}

async function lintStdin(
  io: Io,
  path: string | undefined,
  linter: Linter,
  configurations: Configurations,
  fix: boolean,
): Promise<FileResult | undefined> {
  const shown = path === undefined ? '<stdin>' : displayPath(io.cwd, path);
  try {
    const { text } = decode(await io.stdin());
    const { resolver } = await configurations.of(path === undefined ? io.cwd : (parentPath(path) ?? '/'));
    const place = path ?? `${io.cwd}/Dockerfile`;
    if (path !== undefined && resolver.isIgnored(path)) {
      if (fix) io.out(text);
      return undefined;
    }
    const result = await linter.text(path, shown, text, resolver.configurationFor(place));
    if (fix) io.out(result.text);
    return { path: shown, findings: result.findings };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    linter.fail(shown, error);
    return undefined;
  }
}

async function reporterContext(io: Io, args: Arguments, noColor: boolean): Promise<ReporterContext> {
  const languages = await loadedLanguages();
  const isOff =
    args.flag('no-color') || noColor || io.environment.NO_COLOR !== undefined || io.environment.TERM === 'dumb';
  return {
    colour: args.flag('color') || (io.isTerminal && !isOff),
    version,
    facts: (ruleId) => {
      for (const { rules, errorFacts } of languages) {
        const found = rules.find(({ id }) => id === ruleId) ?? errorFacts.find(({ id }) => id === ruleId);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

function tellConfiguration(io: Io, files: readonly string[]): void {
  const shown = files.map((path) => displayPath(io.cwd, path));
  io.error(`Configuration: ${shown.length > 0 ? shown.join(', ') : 'none, the defaults hold'}\n`);
}

function writeReport(io: Io, output: string, text: string): void {
  try {
    io.files.write(absolutePath(io.cwd, output), new TextEncoder().encode(text));
  } catch (error) {
    throw new UsageError(`Cannot write the report ${output}: ${reasonOf(error)}.`);
  }
}

/** Losing the cache costs time only. */
function saveCache(io: Io, cache: Cache | undefined, path: string): void {
  try {
    cache?.save();
  } catch (error) {
    io.error(`dockwright: cannot write the cache ${displayPath(io.cwd, path)}: ${reasonOf(error)}\n`);
  }
}
