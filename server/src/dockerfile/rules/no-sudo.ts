import type { Fix } from '../../lint/rule.ts';
import type { Command } from '../../shell/command.ts';
import type { Run } from '../model/instructions.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const noSudo = dockerfileRule({
  id: 'no-sudo',
  summary: 'RUN does not use sudo.',
  why: 'A build runs as root until USER says otherwise; sudo changes environment and signal handling in ways that are hard to foresee.',
  category: 'security',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3004'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN «sudo» apt-get update\n',
      good: 'FROM debian:12\nRUN apt-get update\n',
    },
    {
      bad: 'FROM debian:12\nRUN true && «sudo» -u app make\n',
      good: 'FROM debian:12\nRUN apt-get install sudo\n',
      unfixed: true,
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('sudo')) {
      reportOnce(run, {
        at: command.nameSpan,
        message: "'sudo' is not needed in a build. Leave it out, or change the user with USER.",
        fixes: () => fixes(run, command),
      });
    }
  },
});

function fixes(run: Run, command: Command): readonly Fix[] {
  const next = command.ownArguments[0];
  if (run.form === 'exec' || next === undefined || next.text.startsWith('-') || next.text.includes('=')) return [];
  const at = { start: command.nameSpan.start, end: next.span.start };
  return [{ title: "Leave out 'sudo'", safe: false, edits: [{ at, newText: '' }] }];
}
