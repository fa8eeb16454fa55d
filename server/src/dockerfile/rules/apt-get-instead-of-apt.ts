import type { Fix } from '../../lint/rule.ts';
import type { Command } from '../../shell/command.ts';
import { aptGet } from '../../shell/packageManagers.ts';
import type { Run } from '../model/instructions.ts';
import { replaceArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

/** What apt shares with the programs made for scripts. */
const successors = new Map([
  ...['install', 'update', 'upgrade', 'remove', 'purge', 'autoremove', 'clean'].map(
    (verb) => [verb, 'apt-get'] as const,
  ),
  ...['search', 'show', 'policy', 'depends'].map((verb) => [verb, 'apt-cache'] as const),
]);

export const aptGetInsteadOfApt = dockerfileRule({
  id: 'apt-get-instead-of-apt',
  summary: 'Scripts use apt-get or apt-cache, not apt.',
  why: 'apt is made for people: its interface may change between versions, and it warns about that whenever its output is not a terminal.',
  category: 'style',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3027'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «apt» update && «apt» install -y curl\n',
      good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n',
    },
    { bad: 'FROM debian:12\nRUN «apt» show curl\n', good: 'FROM debian:12\nRUN apt-cache show curl\n' },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('apt')) {
      const successor = successors.get(command.subcommand(aptGet)?.text ?? '');
      reportOnce(run, {
        at: command.nameSpan,
        message: `'apt' is meant for people. Use '${successor ?? 'apt-get'}' in scripts.`,
        fixes: () => (successor === undefined ? [] : fixes(run, command, successor)),
      });
    }
  },
});

function fixes(run: Run, command: Command, successor: string): readonly Fix[] {
  const edits = [replaceArgument(run, command.nameSpan, successor)];
  return [{ title: `Replace 'apt' by '${successor}'`, safe: true, edits }];
}
