import { aptAssumesYes, aptGet, verbOf } from '../../shell/packageManagers.ts';
import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const aptGetYes = dockerfileRule({
  id: 'apt-get-yes',
  summary: 'apt-get install is told not to ask.',
  why: 'Nobody can answer in a build: apt-get takes the closed input for a no and fails as soon as there is something to ask.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3014'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «apt-get install» curl\n',
      good: 'FROM debian:12\nRUN apt-get install -y curl\n',
    },
    {
      bad: 'FROM debian:12\nRUN [«"apt-get", "install"», "curl"]\n',
      good: 'FROM debian:12\nRUN ["apt-get", "install", "-y", "curl"]\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('apt-get')) {
      const verb = verbOf(command, aptGet, ['install'], options.exact);
      if (verb === undefined || aptAssumesYes(command, options.exact)) continue;
      reportOnce(run, {
        at: command.through(verb),
        message: "'apt-get install' would wait for an answer. Add '-y'.",
        fixes: () => [{ title: "Add '-y'", safe: true, edits: [insertArgument(run, verb, '-y')] }],
      });
    }
  },
});
