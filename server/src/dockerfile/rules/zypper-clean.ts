import type { Command } from '../../shell/command.ts';
import { cleansUp, removes, verbOf, zypper } from '../../shell/packageManagers.ts';
import { staysInImage } from '../model/layers.ts';
import { appendCommand } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, oncePerRun, reportIn } from '../rule.ts';

export const zypperClean = dockerfileRule({
  id: 'zypper-clean',
  summary: 'A RUN that installs with zypper removes its cache.',
  why: 'Metadata and packages that zypper downloads stay in the layer, and a later RUN cannot make that layer smaller.',
  category: 'size',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3036'],
  examples: [
    {
      bad: 'FROM opensuse/leap:15.6\nRUN «zypper install» -y httpd\n',
      good: 'FROM opensuse/leap:15.6\nRUN zypper install -y httpd && zypper clean\n',
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const verb = (command: Command) => verbOf(command, zypper, ['install', 'in'], exact);
    const installs = (command: Command) => command.name === 'zypper' && verb(command) !== undefined;
    const cleans = (command: Command) => (exact ? command.is('zypper', 'clean', 'cc') : cleansCache(command));
    const isCleaned = oncePerRun((run) => cleansUp(executions.scriptOf(run).commands, installs, cleans, exact));
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executions.of('zypper')) {
      const install = verb(command);
      if (install === undefined) continue;
      if (run.volatileTargets.some((target) => target.includes('/var/cache/zypp'))) continue;
      if (isCleaned(run)) continue;
      if (!exact && !staysInImage(file.model, run, exact)) continue;
      reportOnce(run, {
        at: command.through(install),
        message: `'zypper ${install.text}' leaves its cache in the layer. Run 'zypper clean' at the end of this RUN.`,
        fixes: () => {
          const edit = appendCommand(run, 'zypper clean');
          return edit === undefined ? [] : [{ title: "Add 'zypper clean'", safe: true, edits: [edit] }];
        },
      });
    }
  },
});

function cleansCache(command: Command): boolean {
  if (command.name === 'rm') return removes(command, /^\/var\/cache\/(?:zypp|\*|$)/);
  return command.name === 'zypper' && ['clean', 'cc'].includes(command.subcommand(zypper)?.text ?? '');
}
