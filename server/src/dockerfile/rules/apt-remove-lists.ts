import type { Fix } from '../../lint/rule.ts';
import type { Command, Word } from '../../shell/command.ts';
import { aptGet, removes, verbOf } from '../../shell/packageManagers.ts';
import type { Script } from '../../shell/script.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Run } from '../model/instructions.ts';
import { staysInImage } from '../model/layers.ts';
import { appendCommand } from '../model/runEdits.ts';
import type { Stage } from '../model/stage.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const programs = ['apt', 'apt-get', 'aptitude'];
const clean = 'rm -rf /var/lib/apt/lists/*';

export const aptRemoveLists = dockerfileRule({
  id: 'apt-remove-lists',
  summary: 'A RUN that updates the package lists of apt removes them.',
  why: 'The lists take tens of megabytes in the layer, they are out of date when the image is used, and a later RUN cannot make that layer smaller.',
  category: 'size',
  severity: 'info',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3009'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «apt-get update» && apt-get install -y curl\n',
      good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      bad: 'FROM debian:12\nRUN «apt-get update» \\\n && apt-get install -y curl\n',
      good: 'FROM debian:12\nRUN apt-get update \\\n && apt-get install -y curl \\\n && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      bad: 'FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt «apt-get update» && apt-get install -y curl\n',
      good: 'FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt/lists,sharing=locked apt-get update && apt-get install -y curl\n',
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const reportOnce = reportIn(file, report, options);
    let needs: NeedsLists | undefined;
    const areNeeded = (run: Run): boolean => {
      needs ??= needsOf(file.model);
      return needs(run);
    };
    const lastUpdates = new Map<Run, { command: Command; verb: Word }>();
    for (const program of programs) {
      for (const { run, command } of executions.of(program)) {
        const verb = verbOf(command, aptGet, ['update'], exact);
        const other = lastUpdates.get(run)?.command.shape.start ?? -1;
        if (verb !== undefined && command.shape.start > other) lastUpdates.set(run, { command, verb });
      }
    }
    for (const [run, { command, verb }] of lastUpdates) {
      if (isKeptElsewhere(run, exact) || !staysInImage(file.model, run, exact)) continue;
      const script = executions.scriptOf(run);
      if (exact ? cleansAsHadolint(script) : cleansBehind(script, command)) continue;
      reportOnce(run, {
        at: command.through(verb),
        message: `The lists that '${command.name} update' fetches stay in the layer. ${adviceFor(run, areNeeded)}`,
        fixes: () => fixes(run, areNeeded),
      });
    }
  },
});

function isKeptElsewhere({ volatileTargets }: Run, exact: boolean): boolean {
  const has = (folder: string) => volatileTargets.some((target) => target.includes(folder));
  if (has('/var/lib/apt/lists')) return true;
  return exact
    ? has('/var/lib/apt') && has('/var/cache/apt')
    : volatileTargets.some((target) => /^\/var\/lib(?:\/apt)?\/?$/.test(target));
}

function cleansAsHadolint(script: Script): boolean {
  return script.named('rm').some((command) => command.hasAnyArgument('-rf', '/var/lib/apt/lists/*'));
}

const lists = /^\/var\/lib\/(?:apt(?:\/\*?|\/lists(?:\/.*)?)?$|\{.*\bapt\b|\*|$)/;

/** Removes the lists behind the update that fetches them. */
function cleansBehind(script: Script, update: Command): boolean {
  const { commands } = script;
  for (let index = commands.length - 1; index >= 0; index--) {
    const command = commands[index];
    if (command === undefined || command.shape === update.shape) return false;
    const { name } = command;
    if ((name === 'rm' || name === 'find') && removes(command, lists)) return true;
    if (name.startsWith('apt') && ['distclean', 'dist-clean'].includes(command.subcommand(aptGet)?.text ?? ''))
      return true;
  }
  return false;
}

function adviceFor(run: Run, areNeeded: NeedsLists): string {
  return !installsPackages(run.script) && areNeeded(run)
    ? 'Update, install and remove them in one RUN.'
    : `Remove them at the end of this RUN with '${clean}'.`;
}

function fixes(run: Run, areNeeded: NeedsLists): readonly Fix[] {
  const mount = run.mounts.findLast(
    ({ type, option }) => type === 'cache' && option('target', 'dst', 'destination')?.value?.text.includes('apt'),
  );
  if (mount !== undefined) {
    const end = mount.flag.span.end;
    const newText = ' --mount=type=cache,target=/var/lib/apt/lists,sharing=locked';
    return [
      { title: 'Keep the lists in a cache mount too', safe: false, edits: [{ at: { start: end, end }, newText }] },
    ];
  }
  const installs = installsPackages(run.script);
  const isNeeded = areNeeded(run);
  const edit = installs || !isNeeded ? appendCommand(run, clean) : undefined;
  return edit === undefined ? [] : [{ title: `Add '${clean}'`, safe: !isNeeded, edits: [edit] }];
}

/** What apt does without its lists. */
const withoutLists = ['autoclean', 'autoremove', 'clean', 'dist-clean', 'distclean', 'purge', 'remove', 'update'];

function installsPackages(script: Script): boolean {
  return script.named(...programs).some((command) => {
    const verb = command.subcommand(aptGet)?.text;
    return verb !== undefined && !withoutLists.includes(verb);
  });
}

/** True when a later RUN, here or in a stage built on this one, installs with the lists that this RUN leaves. */
type NeedsLists = (run: Run) => boolean;

function needsOf({ runs, stages }: Dockerfile): NeedsLists {
  const last = new Map<Stage | undefined, number>();
  for (const { stage, span, script } of runs)
    if (installsPackages(script) && !updates(script)) last.set(stage, span.start);
  for (const stage of stages.toReversed()) {
    const start = last.get(stage);
    if (start !== undefined && stage.parent !== undefined)
      last.set(stage.parent, Math.max(start, last.get(stage.parent) ?? 0));
  }
  return ({ stage, span }) => (last.get(stage) ?? 0) > span.start;
}

function updates(script: Script): boolean {
  return script.named(...programs).some((command) => command.subcommand(aptGet)?.text === 'update');
}
