import type { OptionSyntax } from '../../shell/options.ts';
import { apk, aptGet, dnf, objectsOf, verbOf } from '../../shell/packageManagers.ts';
import { dockerfileRule } from '../rule.ts';

const managers: readonly (readonly [program: string, options: OptionSyntax, verbs: string[]])[] = [
  ['apt-get', aptGet, ['upgrade', 'dist-upgrade', 'full-upgrade']],
  ['apt', aptGet, ['upgrade', 'full-upgrade']],
  ['apk', apk, ['upgrade']],
  ['yum', dnf, ['update', 'upgrade']],
  ['dnf', dnf, ['update', 'upgrade', 'distro-sync']],
  ['microdnf', dnf, ['update', 'upgrade']],
];

export const packageUpgrade = dockerfileRule({
  id: 'package-upgrade',
  summary: 'RUN does not upgrade all packages of the base image.',
  why: 'What it gives depends on the day of the build, the build cache keeps an old result, and the old files stay in the layer below. A newer base image does the same and says so.',
  category: 'reproducibility',
  severity: 'info',
  recommended: false,
  fixable: false,
  near: ['hadolint/DL3035'],
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && «apt-get upgrade» -y\n',
      good: 'FROM debian:13.1\nRUN apt-get update && apt-get install -y curl\n',
    },
    { bad: 'FROM fedora:43\nRUN «dnf -y update»\n', good: 'FROM fedora:43\nRUN dnf -y update openssl\n' },
  ],
  check({ model }, report) {
    for (const [program, options, verbs] of managers) {
      for (const { command } of model.executions.of(program)) {
        const verb = verbOf(command, options, verbs, false);
        if (verb === undefined || objectsOf(command, options).length > 0) continue;
        report({
          at: command.through(verb),
          message: `'${program} ${verb.text}' changes all packages of the base image. Use a newer base image, or name the packages.`,
        });
      }
    }
  },
});
