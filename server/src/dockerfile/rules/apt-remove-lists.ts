import type { Fix } from '../../lint/rule.ts';
import { aptPrograms, installsWithApt, removesAptLists } from '../../shell/aptLists.ts';
import type { Command, Word } from '../../shell/command.ts';
import { aptGet, verbOf } from '../../shell/packageManagers.ts';
import { type AptListNeeds, aptListNeeds } from '../model/aptLists.ts';
import type { Run } from '../model/instructions.ts';
import { staysInImage } from '../model/layers.ts';
import { appendCommand } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

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
    let needs: AptListNeeds | undefined;
    const areNeeded = (run: Run): boolean => {
      needs ??= aptListNeeds(file.model);
      return needs(run);
    };
    const lastUpdates = new Map<Run, { command: Command; verb: Word }>();
    for (const program of aptPrograms) {
      for (const { run, command } of executions.of(program)) {
        const verb = verbOf(command, aptGet, ['update'], exact);
        const other = lastUpdates.get(run)?.command.shape.start ?? -1;
        if (verb !== undefined && command.shape.start > other) lastUpdates.set(run, { command, verb });
      }
    }
    for (const [run, { command, verb }] of lastUpdates) {
      if (isKeptElsewhere(run, exact) || !staysInImage(file.model, run, exact)) continue;
      const script = executions.scriptOf(run);
      if (removesAptLists(script, command, exact)) continue;
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

function adviceFor(run: Run, areNeeded: AptListNeeds): string {
  return !installsWithApt(run.executedScript) && areNeeded(run)
    ? 'Update, install and remove them in one RUN.'
    : `Remove them at the end of this RUN with '${clean}'.`;
}

function fixes(run: Run, areNeeded: AptListNeeds): readonly Fix[] {
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
  const installs = installsWithApt(run.executedScript);
  const isNeeded = areNeeded(run);
  const edit = installs || !isNeeded ? appendCommand(run, clean) : undefined;
  return edit === undefined ? [] : [{ title: `Add '${clean}'`, safe: !isNeeded, edits: [edit] }];
}
