import { dnf, verbOf } from '../../shell/packageManagers.ts';
import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const verbs = ['install', 'groupinstall', 'localinstall'];

export const yumYes = dockerfileRule({
  id: 'yum-yes',
  summary: 'yum install is told not to ask.',
  why: 'Nobody can answer in a build: yum takes the closed input for a no and installs nothing.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3030'],
  examples: [
    {
      bad: 'FROM almalinux:9\nRUN «yum install» httpd-2.4.62\n',
      good: 'FROM almalinux:9\nRUN yum install -y httpd-2.4.62\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const program of ['yum']) {
      for (const { run, command } of executionsOf(file, options).of(program)) {
        const verb = verbOf(command, dnf, verbs, options.exact);
        if (verb === undefined || command.hasFlag('y', 'assumeyes')) continue;
        reportOnce(run, {
          at: command.through(verb),
          message: `'${program} ${verb.text}' would wait for an answer. Add '-y'.`,
          fixes: () => [{ title: "Add '-y'", safe: true, edits: [insertArgument(run, verb, '-y')] }],
        });
      }
    }
  },
});
