import { verbOf, zypper } from '../../shell/packageManagers.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const noZypperDistUpgrade = dockerfileRule({
  id: 'no-zypper-dist-upgrade',
  summary: 'RUN does not move the whole distribution to another release with zypper.',
  why: 'A distribution upgrade replaces what the base image is made of; choose a newer base image instead.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3035'],
  examples: [
    {
      bad: 'FROM opensuse/leap:15.5\nRUN «zypper dup» -y\n',
      good: 'FROM opensuse/leap:15.6\nRUN zypper install -y httpd\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('zypper')) {
      const verb = verbOf(command, zypper, ['dist-upgrade', 'dup'], options.exact);
      if (verb === undefined) continue;
      reportOnce(run, {
        at: command.through(verb),
        message: `'zypper ${verb.text}' replaces the distribution of the base image. Choose a newer base image.`,
      });
    }
  },
});
