import type { Command } from '../../shell/command.ts';
import type { Script } from '../../shell/script.ts';
import { quote } from '../../text/quote.ts';
import { shellScript } from '../model/execForm.ts';
import { dockerfileRule } from '../rule.ts';

export const entrypointWithoutExec = dockerfileRule({
  id: 'entrypoint-without-exec',
  summary: "A shell that starts the container's program gives way to it with exec.",
  why: "Otherwise the shell stays the first process. It does not pass the signal of 'docker stop' on, so the program is killed after ten seconds instead of ending in order.",
  category: 'correctness',
  severity: 'info',
  recommended: true,
  fixable: true,
  near: ['buildkit/JSONArgsRecommended'],
  examples: [
    {
      bad: 'FROM alpine\nCMD ["sh", "-c", "migrate && «serve»"]\n',
      good: 'FROM alpine\nCMD ["sh", "-c", "migrate && exec serve"]\n',
    },
    {
      bad: 'FROM alpine\nSHELL ["/bin/bash", "-c"]\nENTRYPOINT source /env && «serve»\n',
      good: 'FROM alpine\nSHELL ["/bin/bash", "-c"]\nENTRYPOINT source /env && exec serve\n',
    },
  ],
  check({ model }, report) {
    for (const stage of model.stages) {
      const starting = stage.last('ENTRYPOINT') ?? stage.last('CMD');
      const script = starting && shellScript(starting);
      const last = script && lastProgram(script);
      if (last === undefined) continue;
      const { start } = last.span;
      report({
        at: last.nameSpan,
        message: `The shell stays before ${quote(last.name)} and swallows its signals. Write 'exec ${last.name}'.`,
        fixes: () => [
          { title: "Insert 'exec'", safe: false, edits: [{ at: { start, end: start }, newText: 'exec ' }] },
        ],
      });
    }
  },
});

/** The program that a list of several commands ends with, when the shell waits for it. */
function lastProgram({ ok, commands, tree }: Script): Command | undefined {
  const last = tree.root?.commands.at(-1);
  if (!ok || last === undefined || last.background === true || commands.some(({ name }) => name === 'trap'))
    return undefined;
  const command = commands.filter((candidate) => candidate.isTopLevel).at(-1);
  // A shell that runs one command alone gives way to it by itself.
  if (command === undefined || commands.length < 2 || command.isPiped || command.connector !== undefined)
    return undefined;
  const end = tree.root?.commands.at(-1)?.end;
  if (end !== command.shape.end || command.shape.first.text === 'exec') return undefined;
  return ['wait', 'exit', 'cd', 'export', 'set', 'source', '.', 'echo', 'true', ':'].includes(command.name)
    ? undefined
    : command;
}
