import { parseScript, type Script } from '../../shell/script.ts';
import type { Cmd, Entrypoint, Run } from './instructions.ts';

/** Commands that are part of the shell and cannot be started without one. */
const builtins = new Set([
  ...['.', ':', 'alias', 'bg', 'break', 'cd', 'command', 'continue', 'eval', 'exit', 'export', 'fg', 'getopts'],
  ...['hash', 'jobs', 'local', 'read', 'readonly', 'return', 'set', 'shift', 'source', 'times', 'trap', 'type'],
  ...['ulimit', 'umask', 'unalias', 'unset', 'wait', 'builtin', 'declare', 'let', 'shopt', 'typeset'],
]);

/**
 * The words of a script that does nothing but start one program, so that it can be started without a shell; `exec` is
 * left out. `undefined` when the shell has something to do: expansions, redirections, several commands.
 */
export function execWords({ ok, tree, commands, dialect }: Script): readonly string[] | undefined {
  if (!ok || dialect === 'powershell' || dialect === 'cmd') return undefined;
  const [statement, another] = tree.root?.commands ?? [];
  if (statement === undefined || another !== undefined || statement.background === true) return undefined;
  const [command] = commands;
  if (statement.command.type !== 'Command' || command === undefined || commands.length > 1) return undefined;
  if (command.redirections.length > 0 || command.assignments.length > 0) return undefined;
  if (!command.args.every((word) => word.isLiteral)) return undefined;
  const words = [command.shape.first.text, ...command.args.map((word) => word.text)];
  const program = words[0] === 'exec' ? words.slice(1) : words;
  const [name] = program;
  return name === undefined || name.startsWith('-') || builtins.has(name) ? undefined : program;
}

const shells = /^(?:\/(?:usr\/)?(?:local\/)?bin\/)?(?:ba|da|a|z|k)?sh$/;

/** What a shell runs for an instruction: shell form, or the argument of `["sh", "-c", …]`. `undefined` when none does. */
export function shellScript({ exec, script }: Cmd | Entrypoint | Run): Script | undefined {
  if (exec === undefined) return script;
  const [program, option, text, another] = exec.elements;
  if (program?.value === undefined || !shells.test(program.value) || another !== undefined) return undefined;
  if (option?.value === undefined || !/^-[a-z]*c$/.test(option.value) || text?.value === undefined) return undefined;
  return parseScript(text.source);
}

/** The heredoc of `RUN <<EOF bash` and `RUN bash -e <<EOF`, which a shell reads as its script. */
export function fedScript({ heredocs, form, script, node }: Run): Script | undefined {
  const [heredoc, second] = heredocs;
  const [command, another] = script.commands;
  if (form !== 'shell' || heredoc === undefined || second !== undefined) return undefined;
  if (command === undefined || another !== undefined || !shells.test(command.name)) return undefined;
  const isFed = command.args.every(({ text }) => /^-[a-bd-z]*$/.test(text) || text === 'pipefail');
  return isFed ? parseScript(node.heredocText(heredoc)) : undefined;
}

/** A JSON array as instructions are written. */
export function jsonArray(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/**
 * The words of a text that was surely meant as a JSON array but is none: single quotes, missing or superfluous commas,
 * lone backslashes, a missing bracket, a comment behind it. `undefined` for anything else, such as a test of the shell.
 */
export function misspeltArray(text: string): readonly string[] | undefined {
  if (!text.startsWith('[') || text.length > 10_000) return undefined;
  const words: string[] = [];
  let index = 1;
  let hasComma = true;
  while (index < text.length) {
    const character = text.charAt(index);
    if (/\s/.test(character)) index++;
    else if (character === ',') {
      hasComma = true;
      index++;
    } else if (character === ']') {
      return /^\]\s*(?:#.*)?$/s.test(text.slice(index)) && words.length > 0 ? words : undefined;
    } else if (character === '"' || character === "'") {
      const word = quotedWord(text, index);
      if (word === undefined) return undefined;
      words.push(word.text);
      index = word.end;
      hasComma = false;
    } else {
      // Bare words must have commas between them, or `[ -f x ]` would be one.
      const end = index + (/^[^\s,\]"']+/.exec(text.slice(index))?.[0].length ?? 0);
      if (!hasComma || (words.length === 0 && !/^\s*[,\]]/.test(text.slice(end)))) return undefined;
      words.push(text.slice(index, end));
      index = end;
      hasComma = false;
    }
  }
  return undefined;
}

function quotedWord(text: string, start: number): { text: string; end: number } | undefined {
  const quoteSign = text.charAt(start);
  let word = '';
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === quoteSign) return { text: word, end: index + 1 };
    if (character === '\\' && (next === quoteSign || next === '\\')) {
      word += next;
      index++;
    } else word += character;
  }
  return undefined;
}
