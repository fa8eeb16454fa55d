import type { Command } from '../../shell/command.ts';
import { cleansUp, dnf, removes, verbOf } from '../../shell/packageManagers.ts';
import { staysInImage } from '../model/layers.ts';
import { appendCommand } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, oncePerRun, reportIn } from '../rule.ts';

export const yumClean = dockerfileRule({
  id: 'yum-clean',
  summary: 'A RUN that installs with yum removes the cache of yum.',
  why: 'Metadata and packages that yum downloads stay in the layer, and a later RUN cannot make that layer smaller.',
  category: 'size',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3032'],
  examples: [
    {
      bad: 'FROM almalinux:9\nRUN «yum install» -y httpd\n',
      good: 'FROM almalinux:9\nRUN yum install -y httpd && yum clean all\n',
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const installs = (command: Command) => command.name === 'yum' && verb(command, exact) !== undefined;
    const cleans = exact ? cleansAsHadolint : cleansYum;
    const isCleaned = oncePerRun((run) => cleansUp(executions.scriptOf(run).commands, installs, cleans, exact));
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executions.of('yum')) {
      const install = verb(command, exact);
      if (install === undefined) continue;
      if (isCleaned(run)) continue;
      if (
        !exact &&
        (run.volatileTargets.some((target) => cache.test(target)) || !staysInImage(file.model, run, exact))
      ) {
        continue;
      }
      reportOnce(run, {
        at: command.through(install),
        message: "'yum install' leaves its cache in the layer. Run 'yum clean all' at the end of this RUN.",
        fixes: () => {
          const edit = appendCommand(run, 'yum clean all');
          return edit === undefined ? [] : [{ title: "Add 'yum clean all'", safe: true, edits: [edit] }];
        },
      });
    }
  },
});

const cache = /^\/var\/cache\/(?:yum|dnf|\*|$)/;

function verb(command: Command, exact: boolean) {
  return verbOf(command, dnf, ['install'], exact);
}

function cleansAsHadolint(command: Command): boolean {
  return command.is('yum', 'clean', 'all') || command.is('rm', '-rf', '/var/cache/yum/*');
}

/** On current systems yum is dnf under another name. */
function cleansYum(command: Command): boolean {
  if (command.name === 'rm') return removes(command, cache);
  return (command.name === 'yum' || command.name === 'dnf') && command.subcommand(dnf)?.text === 'clean';
}
