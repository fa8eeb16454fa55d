import type { ShellFacts } from '../../shell/facts.ts';
import { redirectsOf, streamOf } from '../../shell/redirects.ts';
import type { Ast } from '../../shell/tree.ts';
import { shellRule } from '../shellRule.ts';

export const shellRedirectAndPipe = shellRule({
  id: 'shell-redirect-and-pipe',
  summary: 'A stream is piped or redirected, not both.',
  why: 'The redirection wins: nothing goes through the pipe.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2259', 'shellcheck/SC2260'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make «>» log | tail\n',
      good: 'FROM debian:12\nRUN make | tee log | tail\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Pipeline').length === 0) return;
    for (const { command, redirects, frame } of redirectsOf(facts)) {
      if (command.type === 'Command' && command.name?.text === '[') continue;
      const sides = pipedStreams(facts, command);
      if (sides.length === 0) continue;
      for (const redirect of redirects) {
        if (redirect.operator === '>&' || redirect.operator === '<&') continue;
        const stream = streamOf(redirect).find((value) => sides.includes(value));
        if (stream === undefined || isKept(redirect, redirects, stream)) continue;
        const start = redirect.descriptor?.end ?? redirect.pos;
        report({
          at: { start, end: start + redirect.operator.length, frame },
          message:
            stream === 0
              ? 'This takes the place of the pipe before it. Remove one of the two.'
              : "This takes the place of the pipe behind it. Use 'tee' for both.",
        });
      }
    }
  },
});

/** The ends of a pipe that a command is at: 0 for its input, 1 for its output. */
function pipedStreams(facts: ShellFacts, command: Ast.Command | Ast.Redirected): readonly number[] {
  const pipeline = facts.entryOf<Ast.SyntaxNode>(command)?.parent?.node;
  if (pipeline?.type !== 'Pipeline' || pipeline.commands.length < 2) return [];
  const streams: number[] = [];
  if (pipeline.commands[0] !== command) streams.push(0);
  if (pipeline.commands.at(-1) !== command) streams.push(1);
  return streams;
}

/** The pipe still has something to do: another stream was put on it, or a process takes part. */
function isKept(redirect: Ast.Redirection, all: readonly Ast.Redirection[], stream: number): boolean {
  if (stream === 1 && all.some((other) => other.operator === '>&' && other.target?.text === '1')) return true;
  return (
    redirect.type === 'Redirect' && redirect.target?.parts?.some((part) => part.type === 'ProcessSubstitution') === true
  );
}
