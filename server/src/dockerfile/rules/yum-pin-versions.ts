import { quote } from '../../text/quote.ts';
import { rpmPackages } from '../model/rpmPackages.ts';
import { atFirst, dockerfileRule, reportIn } from '../rule.ts';

export const yumPinVersions = dockerfileRule({
  id: 'yum-pin-versions',
  summary: 'Packages and modules installed with yum have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3033'],
  examples: [
    {
      bad: 'FROM almalinux:9\nRUN yum install -y «httpd» php-8.3.11\n',
      good: 'FROM almalinux:9\nRUN yum install -y httpd-2.4.62 php-8.3.11 local.rpm\n',
    },
    {
      bad: 'FROM almalinux:9\nRUN yum module install -y «nodejs»\n',
      good: 'FROM almalinux:9\nRUN yum module install -y nodejs:22\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, words, isModule } of rpmPackages(file, ['yum'], options.exact)) {
      const finding = atFirst(
        words,
        (text) => `${quote(text)} has no version. Pin it with '${isModule ? ':' : '-'}<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});
