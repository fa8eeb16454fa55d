import { aptGet, verbOf } from '../../shell/packageManagers.ts';
import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const settings = [
  'APT::Install-Recommends=false',
  'APT::Install-Recommends=0',
  'APT::Install-Recommends=no',
  'APT::Install-Recommends=off',
];

export const aptGetNoInstallRecommends = dockerfileRule({
  id: 'apt-get-no-install-recommends',
  summary: 'apt-get install leaves recommended packages out.',
  why: 'Recommended packages often double what is installed, and an image needs few of them.',
  category: 'size',
  severity: 'style',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3015'],
  severityIn: { hadolint: 'info' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN «apt-get install» -y curl\n',
      good: 'FROM debian:12\nRUN apt-get install --no-install-recommends -y curl\n',
    },
  ],
  check(file, report, options) {
    const accepted = options.exact ? settings.slice(0, 1) : settings;
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('apt-get')) {
      const verb = verbOf(command, aptGet, ['install'], options.exact);
      if (verb === undefined || command.hasFlag('no-install-recommends')) continue;
      if (command.hasAnyArgument(...accepted)) continue;
      reportOnce(run, {
        at: command.through(verb),
        message: "'apt-get install' pulls in recommended packages. Add '--no-install-recommends'.",
        fixes: () => {
          // What was only recommended may be what the image needs.
          const edits = [insertArgument(run, verb, '--no-install-recommends')];
          return [{ title: "Add '--no-install-recommends'", safe: false, edits }];
        },
      });
    }
  },
});
