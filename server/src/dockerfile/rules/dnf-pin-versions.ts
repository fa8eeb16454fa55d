import { quote } from '../../text/quote.ts';
import { rpmPackages } from '../model/rpmPackages.ts';
import { atFirst, dockerfileRule, reportIn } from '../rule.ts';

export const dnfPinVersions = dockerfileRule({
  id: 'dnf-pin-versions',
  summary: 'Packages and modules installed with dnf and microdnf have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3041'],
  examples: [
    {
      bad: 'FROM fedora:42\nRUN dnf install -y «httpd» php-8.3.11\n',
      good: 'FROM fedora:42\nRUN dnf install -y httpd-2.4.62 php-8.3.11 local.rpm\n',
    },
    {
      bad: 'FROM fedora:42\nRUN dnf module install -y «nodejs»\n',
      good: 'FROM fedora:42\nRUN dnf module install -y nodejs:22\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, words, isModule } of rpmPackages(file, ['dnf', 'microdnf'], options.exact)) {
      const finding = atFirst(
        words,
        (text) => `${quote(text)} has no version. Pin it with '${isModule ? ':' : '-'}<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});
