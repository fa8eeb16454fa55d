import type { Command, Word } from '../../shell/command.ts';
import { cleansUp, removes, verbOf } from '../../shell/packageManagers.ts';
import type { Run } from '../model/instructions.ts';
import { staysInImage } from '../model/layers.ts';
import { appendCommand } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, oncePerRun, reportIn } from '../rule.ts';

export const yarnClean = dockerfileRule({
  id: 'yarn-clean',
  summary: 'A RUN that installs with yarn removes its cache.',
  why: 'yarn keeps a copy of every package it downloads; in the final image that copy is of no use.',
  category: 'size',
  severity: 'info',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3060'],
  examples: [
    {
      bad: 'FROM node:22\nRUN «yarn install» --frozen-lockfile\n',
      good: 'FROM node:22\nRUN yarn install --frozen-lockfile && yarn cache clean\n',
    },
    {
      bad: 'FROM node:22\nRUN «yarn install»\n',
      good: 'FROM node:22 AS build\nRUN yarn install\nFROM node:22-slim\nCOPY --from=build /app /app\n',
      unfixed: true,
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const verb = (command: Command): Word | undefined => verbOf(command, {}, ['install'], exact);
    const installs = (command: Command) => command.name === 'yarn' && verb(command) !== undefined;
    const cleans = (command: Command) => (exact ? command.is('yarn', 'cache', 'clean') : cleansCache(command));
    const isCleaned = oncePerRun((run) => {
      const { commands } = executions.scriptOf(run);
      if (cleansUp(commands, installs, cleans, exact)) return true;
      // hadolint looks at the mounts only where nothing cleans.
      return isKeptElsewhere(run, exact) && !(exact && commands.some(cleans));
    });
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executions.of('yarn')) {
      const install = verb(command);
      if (install === undefined || !staysInImage(file.model, run, exact)) continue;
      if (isCleaned(run)) continue;
      // Where the cache was moved to is known to whoever moved it.
      if (!exact && /YARN_CACHE_FOLDER=|cache-folder/.test(executions.scriptOf(run).text)) continue;
      reportOnce(run, {
        at: command.through(install),
        message: "'yarn install' leaves its cache in the layer. Run 'yarn cache clean' at the end of this RUN.",
        fixes: () => {
          const edit = appendCommand(run, 'yarn cache clean');
          return edit === undefined ? [] : [{ title: "Add 'yarn cache clean'", safe: true, edits: [edit] }];
        },
      });
    }
  },
});

function isKeptElsewhere({ volatileTargets }: Run, exact: boolean): boolean {
  return volatileTargets.some(
    (target) => target.includes('.cache/yarn') || (!exact && /yarn|\.cache\/?$/.test(target)),
  );
}

function cleansCache(command: Command): boolean {
  if (command.name === 'rm') return removes(command, /yarn|\.cache\/?\*?$/);
  const [verb, action] = command.options().operands;
  return command.name === 'yarn' && verb?.text === 'cache' && action?.text === 'clean';
}
