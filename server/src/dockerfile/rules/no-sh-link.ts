import type { Fix } from '../../lint/rule.ts';
import type { Command } from '../../shell/command.ts';
import type { Run } from '../model/instructions.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const noShLink = dockerfileRule({
  id: 'no-sh-link',
  summary: 'The shell of RUN is chosen with SHELL, not by replacing /bin/sh.',
  why: 'Every script of the image that asks for /bin/sh gets the other shell too, also at run time; SHELL changes the build alone.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL4005'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «ln -sf /bin/bash /bin/sh»\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\n',
    },
    {
      bad: 'FROM debian:12\nRUN true && «ln -s /bin/bash /bin/sh»\n',
      good: 'FROM debian:12\nRUN ln -s /bin/sh /usr/local/bin/mysh\n',
      unfixed: true,
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('ln')) {
      const replaces = options.exact
        ? command.hasAnyArgument('/bin/sh')
        : command.options().operands.length > 1 && command.options().operands.at(-1)?.text === '/bin/sh';
      if (!replaces) continue;
      reportOnce(run, {
        at: command.span,
        message: "This replaces '/bin/sh' for the whole image. Choose the shell of RUN with SHELL.",
        fixes: () => fixes(run, command),
      });
    }
  },
});

/** Only when the RUN does nothing else. */
function fixes(run: Run, command: Command): readonly Fix[] {
  const [source] = command.options().operands;
  if (run.executedScript.commands.length !== 1 || run.isTrigger || run.flags.length > 0 || !source?.isLiteral)
    return [];
  if (run.form === 'heredoc' || source.text === '/bin/sh') return [];
  const newText = `SHELL [${JSON.stringify(source.text)}, "-c"]`;
  return [{ title: `Use ${newText}`, safe: false, edits: [{ at: run.span, newText }] }];
}
