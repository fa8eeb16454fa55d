import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const programs = ['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim'];

export const noPointlessCommand = dockerfileRule({
  id: 'no-pointless-command',
  summary: 'RUN does not call programs that make no sense while an image is built.',
  why: 'Processes, mounts and sessions end with the RUN that starts them; they leave nothing in the image.',
  category: 'correctness',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3001'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «service» nginx start\n',
      good: 'FROM debian:12\nCMD ["nginx", "-g", "daemon off;"]\n',
    },
  ],
  check(file, report, options) {
    const executions = executionsOf(file, options);
    const reportOnce = reportIn(file, report, options);
    for (const program of programs) {
      for (const { run, command } of executions.of(program)) {
        reportOnce(run, {
          at: command.nameSpan,
          message: `'${program}' has no lasting effect in an image build. Leave it out or start it with CMD.`,
        });
      }
    }
  },
});
