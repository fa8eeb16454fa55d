import { apk, objectsOf, verbOf } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import { atFirst, dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const apkPinVersions = dockerfileRule({
  id: 'apk-pin-versions',
  summary: 'Packages installed with apk have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3018'],
  examples: [
    {
      bad: 'FROM alpine:3.22\nRUN apk add --no-cache «curl» git~=2.49\n',
      good: 'FROM alpine:3.22\nRUN apk add --no-cache curl=8.14.1-r1 git~=2.49 ./local.apk\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('apk')) {
      if (verbOf(command, apk, ['add'], options.exact) === undefined) continue;
      const packages = options.exact
        ? command.plainArguments(['t', 'virtual', 'repository', 'X']).filter(({ text }) => text !== 'add')
        : objectsOf(command, apk);
      const finding = atFirst(
        packages.filter(({ text }) => !/[=~<>]/.test(text) && !text.endsWith('.apk')),
        (text) => `${quote(text)} has no version. Pin it with '~=<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});
