import type { Fix, RuleOptions } from '../../lint/rule.ts';
import { firstPipe, riskyPipe } from '../../shell/pipes.ts';
import { lineBreakOf } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { noticesFailures } from '../model/hadolintShell.ts';
import type { Run } from '../model/instructions.ts';
import { instructionRule, reportIn } from '../rule.ts';

export const pipefail = instructionRule({
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
  kinds: ['RUN'],
  checkStatement(instruction, file, report, options) {
    if (instruction.keyword !== 'RUN') return;
    const at = dangerIn(instruction, file.model, options);
    if (at === undefined) return;
    reportIn(
      file,
      report,
      options,
    )(instruction, {
      at,
      message: "The shell of this RUN does not notice when a command before the pipe fails. Set 'pipefail' with SHELL.",
      // Once for all of them in the stage.
      fixes: () => {
        const runs = instruction.stage?.all('RUN') ?? [];
        return [fix(runs.find((run) => dangerIn(run, file.model, options) !== undefined) ?? instruction)];
      },
    });
  },
});

/** Where a RUN has a pipe whose failures nobody notices. */
function dangerIn(run: Run, model: Dockerfile, { exact }: RuleOptions): Span | undefined {
  if (!exact) return run.script.hasPipe && !run.shell.words.includes('pipefail') ? riskyPipe(run.script) : undefined;
  const script = run.hadolintScript;
  if (!script.hasPipe || noticesFailures(run, model)) return undefined;
  return firstPipe(script) ?? run.keywordSpan;
}

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
