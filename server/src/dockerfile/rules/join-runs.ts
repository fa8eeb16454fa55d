import type { Fix } from '../../lint/rule.ts';
import { lineBreakOf } from '../../text/edit.ts';
import type { Run } from '../model/instructions.ts';
import { haveEqualFlags } from '../model/runFlags.ts';
import { dockerfileRule, executionsOf } from '../rule.ts';

export const joinRuns = dockerfileRule({
  id: 'join-runs',
  summary: 'Consecutive RUN instructions with one command each are one instruction.',
  why: 'Every RUN makes a layer of its own; what one of them writes and the next removes stays in the image.',
  category: 'size',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3059'],
  examples: [
    {
      bad: 'FROM alpine:3.22\nRUN apk add --no-cache make\n«RUN» make\n',
      good: 'FROM alpine:3.22\nRUN apk add --no-cache make && \\\n    make\n',
    },
    {
      bad: 'FROM alpine:3.22\nRUN one\n# And then:\n«RUN» two\n«RUN» three\n',
      good: 'FROM alpine:3.22\nRUN one && \\\n# And then:\n    two && \\\n    three\n',
    },
  ],
  check(file, report, options) {
    const executions = executionsOf(file, options);
    const { instructions } = file.model;
    let earlier: Run | undefined;
    let place = -1;
    instructions.forEach((instruction, index) => {
      if (instruction.keyword !== 'RUN' || !executions.scriptOf(instruction).ok) {
        earlier = undefined;
        return;
      }
      const isNext = earlier !== undefined && place === index - 1 && !(options.exact && hasDirectiveAbove(instruction));
      place = index;
      if (
        isNext &&
        earlier !== undefined &&
        isSingle(earlier) &&
        isSingle(instruction) &&
        haveEqualFlags(earlier, instruction)
      ) {
        const before = instructions[index - 1];
        report({
          at: instruction.keywordSpan,
          message: "This RUN and the one before make two layers. Join them with '&&'.",
          fixes: () => (before?.keyword === 'RUN' ? fixes(before, instruction) : []),
        });
      } else earlier = instruction;
    });

    function isSingle(run: Run): boolean {
      return executions.scriptOf(run).commands.length < 2;
    }
  },
});

/** hadolint takes these for directives wherever they stand, and so for something between two instructions. */
function hasDirectiveAbove({ node }: Run): boolean {
  return node.comments.some(({ text }) => /^(?:syntax|escape)[ \t]*=/.test(text));
}

/** Commands that change the shell itself, and so all that comes after them in the same RUN. */
const shellChanges = [
  ...['.', 'alias', 'cd', 'declare', 'exec', 'exit', 'export', 'readonly', 'set', 'source', 'trap', 'ulimit'],
  ...['umask', 'unset'],
];

function fixes(before: Run, run: Run): readonly Fix[] {
  if (!isPlain(before) || !isPlain(run)) return [];
  const { fileText, escape: escapeCharacter } = run.node;
  const lineBreak = lineBreakOf(fileText);
  const start = before.command.span(0, before.command.text.length).end;
  const comments = fileText
    .slice(before.span.end, run.span.start)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const newText = [` && ${escapeCharacter}`, ...comments, '    '].join(lineBreak);
  const edits = [{ at: { start, end: run.command.at(0) }, newText }];
  return [{ title: 'Join with the RUN before', safe: false, edits }];
}

/** Shell form with nothing but one command that leaves the shell as it is. */
function isPlain(run: Run): boolean {
  const [command, second] = run.script.commands;
  if (run.form !== 'shell' || run.heredocs.length > 0 || command === undefined || second !== undefined) return false;
  if (!command.isTopLevel || command.connector !== undefined || shellChanges.includes(command.name)) return false;
  const { start, end } = command.pipelineSpan;
  return start === run.command.at(0) && end === run.command.span(0, run.command.text.length).end;
}
