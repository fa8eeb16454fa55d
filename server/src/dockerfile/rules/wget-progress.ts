import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

/** Options that keep the progress bar out of the log. */
const quieting = ['progress', 'q', 'quiet', 'o', 'output-file', 'a', 'append-output', 'no-verbose'];

export const wgetProgress = dockerfileRule({
  id: 'wget-progress',
  summary: 'wget does not write its progress bar into the build log.',
  why: 'Without a terminal wget prints a line for every few kilobytes, which buries what matters in the log.',
  category: 'style',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3047'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «wget» https://example.com/file.bin\n',
      good: 'FROM debian:12\nRUN wget --progress=dot:giga https://example.com/file.bin\n',
    },
    {
      bad: 'FROM debian:12\nRUN ["«wget»", "https://example.com/file.bin"]\n',
      good: 'FROM debian:12\nRUN wget -nv https://example.com/file.bin\n',
      unfixed: true,
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('wget')) {
      if (command.hasFlag(...quieting) || command.hasAnyArgument('-nv')) continue;
      const { nameSpan: span, name: text } = command;
      reportOnce(run, {
        at: span,
        message: "'wget' fills the log with its progress bar. Add '--progress=dot:giga' or '-nv'.",
        fixes: () => {
          // The wget of BusyBox does not know the option.
          const edits = [insertArgument(run, { span, text }, '--progress=dot:giga')];
          return [{ title: "Add '--progress=dot:giga'", safe: false, edits }];
        },
      });
    }
  },
});
