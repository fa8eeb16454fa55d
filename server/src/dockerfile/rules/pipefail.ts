import type { Fix } from '../../lint/rule.ts';
import { firstPipe, riskyPipe } from '../../shell/pipes.ts';
import { lineBreakOf } from '../../text/edit.ts';
import { runsWithPipefail } from '../model/hadolintShell.ts';
import type { Run } from '../model/instructions.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const pipefail = dockerfileRule({
  id: 'pipefail',
  summary: 'A RUN with a pipe runs in a shell that notices when a command before the last one fails.',
  why: 'The exit status of a pipe is that of its last command, so a failed download or build goes on as if nothing had happened.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL4006'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN curl -fsSL https://example.com/a.tgz «|» tar -xz\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://example.com/a.tgz | tar -xz\n',
    },
    {
      bad: 'FROM alpine:3.22\nRUN wget -qO- https://example.com/a.tgz «|» tar -xz\n',
      good: 'FROM alpine:3.22\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN wget -qO- https://example.com/a.tgz | tar -xz\n',
    },
    {
      bad: 'FROM debian:12\nRUN echo app:app «|» chpasswd\n',
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const noticing = exact ? runsWithPipefail(file.model) : undefined;
    const reportOnce = reportIn(file, report, options);
    let first: Run | undefined;
    for (const run of executions.runs) {
      const script = exact ? executions.scriptOf(run) : run.script;
      if (run.isTrigger || !script.hasPipe) continue;
      if (noticing === undefined ? run.shell.words.includes('pipefail') : noticing.has(run)) continue;
      const at = exact ? (firstPipe(script) ?? run.keywordSpan) : riskyPipe(script);
      if (at === undefined) continue;
      if (first === undefined || first.stage !== run.stage) first = run;
      const place = first;
      reportOnce(run, {
        at,
        message:
          "The shell of this RUN does not notice when a command before the pipe fails. Set 'pipefail' with SHELL.",
        fixes: () => [fix(place)],
      });
    }
  },
});

function fix(run: Run): Fix {
  const words = ['bash', 'zsh', 'ash', 'ksh'].some((name) => run.shell.words[0]?.endsWith(name))
    ? [...run.shell.words.slice(0, 1), '-o', 'pipefail', ...run.shell.words.slice(1)]
    : [isAlpine(run) ? '/bin/ash' : '/bin/bash', '-o', 'pipefail', '-c'];
  const shell = `SHELL [${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  const { start } = run.keywordSpan;
  const edits = [{ at: { start, end: start }, newText: shell + lineBreakOf(run.node.fileText) }];
  return { title: `Insert ${shell}`, safe: false, edits };
}

function isAlpine({ stage }: Run): boolean {
  const image = stage?.root.image;
  return (
    image !== undefined && (/(?:^|\/)alpine$/.test(image.path.text) || image.tag?.text.includes('alpine') === true)
  );
}
