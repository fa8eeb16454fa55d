import type { Command } from '../../shell/command.ts';
import { setErrexit } from '../../shell/options.ts';
import type { Script } from '../../shell/script.ts';
import { lineBreakOf } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import { type Run, runOf } from '../model/instructions.ts';
import { instructionRule } from '../rule.ts';

/** They do not fail where it matters, or another rule speaks of them. */
const harmless = new Set([
  ...['.', ':', 'alias', 'cat', 'cd', 'declare', 'echo', 'exec', 'exit', 'export', 'local', 'popd', 'printf', 'pushd'],
  ...['readonly', 'set', 'shopt', 'source', 'trap', 'true', 'umask', 'unset', 'wait'],
]);

export const heredocWithoutErrexit = instructionRule({
  id: 'heredoc-without-errexit',
  summary: 'A RUN heredoc of several commands ends at the first one that fails.',
  why: "Its status is that of its last command, often an 'rm' that cannot fail. When one before it fails, the build goes on without what it should have done.",
  category: 'correctness',
  severity: 'info',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'FROM debian:13\nRUN <<EOF\napt-get update\n«apt-get» install -y curl\nrm -rf /var/lib/apt/lists/*\nEOF\n',
      good: 'FROM debian:13\nRUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nrm -rf /var/lib/apt/lists/*\nEOF\n',
    },
    {
      bad: 'FROM debian:13\nRUN <<EOF\n#!/bin/bash\n«make»\nrm -r src\nEOF\n',
      good: 'FROM debian:13\nRUN <<EOF\n#!/bin/bash\nset -e\nmake\nrm -r src\nEOF\n',
    },
    {
      bad: 'FROM debian:13\nRUN bash <<EOF\n«make»\nrm -r src\nEOF\n',
      good: 'FROM debian:13\nRUN bash -e <<EOF\nmake\nrm -r src\nEOF\n',
      unfixed: true,
    },
  ],
  kinds: ['RUN', 'ONBUILD'],
  checkStatement(instruction, _, report) {
    const run = runOf(instruction);
    if (run === undefined || run.heredocs.length === 0 || run.stage?.isWindows === true) return;
    const script = run.executedScript;
    if ((run.form !== 'heredoc' && script === run.script) || endsAtFailure(run, script)) return;
    const unnoticed = script.commands.find(isUnnoticed);
    if (unnoticed === undefined) return;
    report({
      at: unnoticed.nameSpan,
      message: `When ${quote(unnoticed.name)} fails, the build goes on, as only the last command of a heredoc counts. Begin it with 'set -e'.`,
      fixes: () => [
        {
          title: "Begin the heredoc with 'set -e'",
          safe: false,
          edits: [insertion(script, `set -e${lineBreakOf(run.node.fileText)}`)],
        },
      ],
    });
  },
});

/** Another command follows whatever this one does. */
function isUnnoticed(command: Command): boolean {
  if (!command.isTopLevel || command.connector !== ';' || command.shape.item?.previous?.connector === '||')
    return false;
  const { name } = command;
  // Without the lists nothing is installed either.
  if (['apk', 'apt', 'apt-get'].includes(name) && command.hasAnyArgument('update')) return false;
  if (name === 'rm') return !command.hasFlag('f', 'force');
  return name === 'mkdir' ? !command.hasFlag('p', 'parents') : !harmless.has(name);
}

function endsAtFailure({ form, script: outer, shell }: Run, script: Script): boolean {
  const shebang = shebangOf(script);
  const words =
    shebang !== '' ? shebang.split(/\s+/) : form === 'heredoc' ? shell.words : outer.commands[0]?.args.map(textOf);
  return setErrexit(words ?? []) || script.named('set').some(({ args }) => setErrexit(args.map(textOf)));
}

function shebangOf({ text }: Script): string {
  return /^#!.*\n?/.exec(text)?.[0] ?? '';
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}

function insertion(script: Script, newText: string) {
  const { length } = shebangOf(script);
  const { start } = script.span(length, length);
  return { at: { start, end: start }, newText };
}
