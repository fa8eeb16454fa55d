import { objectsOf, verbOf, zypper } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import { atFirst, dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const verbs = ['install', 'in'];

export const zypperPinVersions = dockerfileRule({
  id: 'zypper-pin-versions',
  summary: 'Packages installed with zypper have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3037'],
  examples: [
    {
      bad: 'FROM opensuse/leap:15.6\nRUN zypper install -y «httpd» "git>=2.43"\n',
      good: 'FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.58 "git>=2.43" local.rpm\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('zypper')) {
      if (verbOf(command, zypper, verbs, options.exact) === undefined) continue;
      const packages = options.exact
        ? command.plainArguments().filter(({ text }) => !verbs.includes(text))
        : objectsOf(command, zypper);
      const finding = atFirst(
        packages.filter(({ text }) => !/[=<>]/.test(text) && !text.endsWith('.rpm')),
        (text) => `${quote(text)} has no version. Pin it with '=<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});
