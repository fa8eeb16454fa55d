import type { Command } from '../../shell/command.ts';
import { cleansUp, dnf, removes, verbOf } from '../../shell/packageManagers.ts';
import type { Run } from '../model/instructions.ts';
import { staysInImage } from '../model/layers.ts';
import { appendCommand } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, oncePerRun, reportIn } from '../rule.ts';

const verbs = ['install', 'in', 'upgrade', 'up', 'upgrade-minimal', 'up-min', 'reinstall', 'rei'];

export const dnfClean = dockerfileRule({
  id: 'dnf-clean',
  summary: 'A RUN that installs with dnf or microdnf removes its cache.',
  why: 'Metadata and packages that dnf downloads stay in the layer, and a later RUN cannot make that layer smaller.',
  category: 'size',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3040'],
  examples: [
    {
      bad: 'FROM fedora:42\nRUN «dnf install» -y httpd\n',
      good: 'FROM fedora:42\nRUN dnf install -y httpd && dnf clean all\n',
    },
    {
      bad: 'FROM almalinux:9-minimal\nRUN «microdnf install» -y \\\n    httpd \\\n    php\n',
      good: 'FROM almalinux:9-minimal\nRUN microdnf install -y \\\n    httpd \\\n    php \\\n    && microdnf clean all\n',
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const reportOnce = reportIn(file, report, options);
    for (const program of ['dnf', 'microdnf']) {
      const verb = (command: Command) => verbOf(command, dnf, verbs, exact);
      const installs = (command: Command) => command.name === program && verb(command) !== undefined;
      const cleans = (command: Command) => (exact ? cleansAsHadolint(command, program) : cleansCache(command, program));
      const isCleaned = oncePerRun((run) => cleansUp(executions.scriptOf(run).commands, installs, cleans, exact));
      for (const { run, command } of executions.of(program)) {
        const install = verb(command);
        if (install === undefined || isKeptElsewhere(run, exact)) continue;
        if (isCleaned(run)) continue;
        if (!exact && !staysInImage(file.model, run, exact)) continue;
        reportOnce(run, {
          at: command.through(install),
          message: `'${program} ${install.text}' leaves its cache in the layer. Run '${program} clean all' at the end of this RUN.`,
          fixes: () => {
            const edit = appendCommand(run, `${program} clean all`);
            return edit === undefined ? [] : [{ title: `Add '${program} clean all'`, safe: true, edits: [edit] }];
          },
        });
      }
    }
  },
});

function isKeptElsewhere({ volatileTargets }: Run, exact: boolean): boolean {
  return volatileTargets.some(
    (target) =>
      target.includes('/var/cache/libdnf5') || target.includes('.cache/libdnf5') || (!exact && cache.test(target)),
  );
}

const cache = /^\/var\/cache\/(?:dnf|libdnf5|yum|\*|$)/;

function cleansAsHadolint(command: Command, program: string): boolean {
  return command.is(program, 'clean', 'all') || command.is('rm', '-rf', '/var/cache/libdnf5*');
}

function cleansCache(command: Command, program: string): boolean {
  if (command.name === 'rm') return removes(command, cache);
  return command.name === program && command.subcommand(dnf)?.text === 'clean';
}
