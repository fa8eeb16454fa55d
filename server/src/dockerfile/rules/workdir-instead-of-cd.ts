import type { Fix } from '../../lint/rule.ts';
import type { Command } from '../../shell/command.ts';
import { lineBreakOf } from '../../text/edit.ts';
import type { Run } from '../model/instructions.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const workdirInsteadOfCd = dockerfileRule({
  id: 'workdir-instead-of-cd',
  summary: 'The directory is changed with WORKDIR, not with cd inside RUN.',
  why: 'cd ends with its RUN, so later instructions start somewhere else than one expects; WORKDIR holds and creates the directory.',
  category: 'style',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3003'],
  examples: [
    {
      bad: 'FROM alpine:3.22\nRUN «cd /src» && make\n',
      good: 'FROM alpine:3.22\nWORKDIR /src\nRUN make\n',
    },
    {
      bad: 'FROM alpine:3.22\nRUN apk add --no-cache make && «cd /src» && make\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('cd')) {
      if (run.isTrigger) continue;
      reportOnce(run, {
        at: command.span,
        message: "'cd' ends with this RUN. Use WORKDIR to change the directory.",
        fixes: () => fixes(run, command),
      });
    }
  },
});

/** A leading `cd DIR &&` becomes a WORKDIR, which the instructions below inherit. */
function fixes(run: Run, command: Command): readonly Fix[] {
  const { script, node } = run;
  const directory = command.args[0];
  const next = command.shape.item?.next?.node;
  if (run.form !== 'shell' || script.commands[0]?.shape !== command.shape || next === undefined) return [];
  if (!command.isTopLevel || command.isPiped || command.connector !== '&&' || command.args.length !== 1) return [];
  if (!directory?.isLiteral || directory.text.startsWith('-') || command.assignments.length > 0) return [];
  const start = run.keywordSpan.start;
  return [
    {
      title: `Change the directory with WORKDIR ${directory.text}`,
      safe: false,
      edits: [
        { at: { start, end: start }, newText: `WORKDIR ${directory.raw}${lineBreakOf(node.fileText)}` },
        { at: { start: command.span.start, end: script.span(next.pos, next.end).start }, newText: '' },
      ],
    },
  ];
}
