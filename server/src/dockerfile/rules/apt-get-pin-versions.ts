import { aptGet, objectsOf, verbOf } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import { atFirst, dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const aptGetPinVersions = dockerfileRule({
  id: 'apt-get-pin-versions',
  summary: 'Packages installed with apt-get have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3008'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN apt-get install -y «curl» git=1:2.39.*\n',
      good: 'FROM debian:12\nRUN apt-get install -y curl=7.88.* git=1:2.39.* ./local.deb\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('apt-get')) {
      if (verbOf(command, aptGet, ['install'], options.exact) === undefined) continue;
      const packages = options.exact
        ? command.plainArguments(['t', 'target-release']).filter(({ text }) => text !== 'install')
        : objectsOf(command, aptGet);
      const finding = atFirst(
        packages.filter(({ text }) => !/[=/]/.test(text) && !text.endsWith('.deb')),
        (text) => `${quote(text)} has no version. Pin it with '=<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});
