import type { Fix } from '../../lint/rule.ts';
import type { Command } from '../../shell/command.ts';
import type { Script } from '../../shell/script.ts';
import type { ListItem } from '../../shell/tree.ts';
import { lineBreakOf } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Run, Shell } from '../model/instructions.ts';
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
    const noticing = exact ? noticingAsHadolint(file) : undefined;
    const reportOnce = reportIn(file, report, options);
    let first: Run | undefined;
    for (const run of executions.runs) {
      const script = executions.scriptOf(run);
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

/** RUN instructions whose shell notices in hadolint's eyes: SHELL counts up to the next FROM. */
function noticingAsHadolint({ model }: DockerfileFile): ReadonlySet<Run> {
  const runs = new Set<Run>();
  let notices = false;
  for (const instruction of model.instructions) {
    if (instruction.keyword === 'FROM') notices = false;
    else if (instruction.keyword === 'SHELL') notices = noticesAsHadolint(instruction);
    else if (instruction.keyword === 'RUN' && notices) runs.add(instruction);
  }
  return runs;
}

function noticesAsHadolint(shell: Shell): boolean {
  const words = shell.command ?? shell.node.arguments.text.split(/\s+/);
  if (/^(?:pwsh|powershell|cmd)/.test(words.join(' '))) return true;
  const program = (words[0] ?? '').replace(/^.*[/\\]/, '');
  if (!['bash', 'zsh', 'ash'].includes(program) || !words.includes('pipefail')) return false;
  return words.some((word) => /^-[^-]*o/.test(word));
}

function firstPipe(script: Script): Span | undefined {
  const command = script.commands.find(({ isPiped }) => isPiped);
  return command && (pipeIn(script, command.shape.item) ?? command.pipelineSpan);
}

/** Programs that fail only when their output cannot be written. */
const reliable = ['echo', 'printf', 'yes', 'true', ':'];

/** The first pipe behind something that may fail, unless the script itself sets pipefail before. */
function riskyPipe(script: Script): Span | undefined {
  if (/^#![^\n]*pipefail/.test(script.text)) return undefined;
  const seen = new Set<ListItem>();
  for (const command of script.commands) {
    if (command.name === 'set' && command.hasAnyArgument('pipefail')) return undefined;
    const { item } = command.shape;
    if (!command.isPiped || item === undefined || seen.has(item)) continue;
    seen.add(item);
    if (mayFailBeforeLast(command)) return pipeIn(script, item) ?? command.pipelineSpan;
  }
  return undefined;
}

function mayFailBeforeLast({ shape }: Command): boolean {
  const { item } = shape;
  if (item?.node.type !== 'Pipeline') return false;
  const known = new Map(item.commands.map((member) => [member.node, member.name]));
  return item.node.commands.slice(0, -1).some((member) => {
    const name = member.type === 'Command' ? known.get(member) : undefined;
    return name === undefined || !reliable.includes(name);
  });
}

/** The sign between the first two members of a pipeline. */
function pipeIn(script: Script, item: ListItem | undefined): Span | undefined {
  if (item?.node.type !== 'Pipeline' || item.frame !== undefined) return undefined;
  const [left, right] = item.node.commands;
  const at = left === undefined || right === undefined ? -1 : script.text.indexOf('|', left.end);
  return at === -1 ? undefined : script.span(at, at + 1);
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
