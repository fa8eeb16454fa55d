import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../language.ts';
import { MappedText } from '../../../text/mappedText.ts';
import type { DockerfileFile } from '../../model/file.ts';
import type { Instruction } from '../../model/instructions.ts';
import { splitFlags } from '../../syntax/flags.ts';
import type { Heredoc } from '../../syntax/tree.ts';
import { cursorAt, type InstructionCursor } from '../cursor.ts';
import { documentationOf, markdown } from '../documentation.ts';
import { completeArguments, type Typed } from './arguments.ts';
import { completeDirective } from './directives.ts';
import { completeFlagNames, completeFlagValue } from './flags.ts';
import { type ItemData, Items } from './items.ts';
import { completeKeyword } from './keywords.ts';
import { completeCommand, completeHeredoc } from './shell.ts';
import { completeVariable } from './variables.ts';

/** What can be typed at the cursor. Nothing inside comments. */
export async function completion(
  file: DockerfileFile,
  offset: number,
  context: FeatureContext,
): Promise<readonly CompletionItem[]> {
  const items = new Items(file, offset, context);
  const cursor = cursorAt(file, offset);
  switch (cursor.kind) {
    case 'nothing':
      break;
    case 'comment':
      completeDirective(items, cursor.before, cursor.mayBeDirective);
      break;
    case 'keyword':
      completeKeyword(items, cursor.start, false);
      break;
    case 'heredoc':
      completeInHeredoc(items, cursor.instruction, cursor.heredoc);
      break;
    case 'instruction':
      await completeInstruction(items, cursor);
      break;
  }
  return items.list;
}

/** Adds the documentation that an item's topic has. */
export function resolveCompletion(item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const text = data?.topic === undefined ? undefined : documentationOf(data.topic);
  return text === undefined ? item : { ...item, documentation: markdown(text) };
}

async function completeInstruction(items: Items, cursor: InstructionCursor): Promise<void> {
  const { before, instruction, isTrigger } = cursor;
  const keywordEnd = /^\S*/.exec(before)?.[0].length ?? 0;
  if (keywordEnd === before.length) {
    completeKeyword(items, cursor.at(0), isTrigger);
    return;
  }
  const keyword = before.slice(0, keywordEnd).toUpperCase();
  const escapeCharacter = instruction.node.escape;
  const { flags, end } = splitFlags(MappedText.plain(before, 0), keywordEnd, escapeCharacter);
  const last = flags.at(-1);
  if (last !== undefined && last.span.end === before.length) {
    const written = before.slice(last.span.start);
    const equals = written.indexOf('=');
    if (equals === -1) completeFlagNames(items, keyword, written, flags.slice(0, -1));
    else {
      const value = written.slice(equals + 1);
      const isExpanded = expandedFlags.has(last.name) && !/(?:^|,)from=[^,]*$/i.test(value);
      if (isExpanded && completeVariable(items, value, instruction, escapeCharacter)) return;
      await completeFlagValue(items, instruction, keyword, last.name, value);
    }
    return;
  }
  const dashes = /\s(--?)$/.exec(before)?.[1];
  const hasOnlyFlags = before.slice(end).replace(/^--?$/, '') === '';
  if (dashes !== undefined && hasOnlyFlags) {
    completeFlagNames(items, keyword, dashes, flags);
    return;
  }
  const rest = before.slice(end);
  if (expands(keyword, rest) && completeVariable(items, rest, instruction, escapeCharacter)) return;
  if (takesHeredocs.has(keyword) && completeHeredoc(items, rest)) return;
  await completeArguments(items, readTyped(instruction, keyword, rest));
  if (rest === '') completeFlagNames(items, keyword, '', flags);
}

/** Flags whose values the build expands. */
const expandedFlags: ReadonlySet<string> = new Set(['chown', 'chmod', 'checksum', 'platform', 'mount']);
const takesHeredocs: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD']);
const commands: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);
const SHELL_IN_EXEC_FORM = /^(?:cmd\s+)?\[\s*"(?:[^"]*\/)?(?:sh|bash|ash|dash|zsh|ksh)"/i;

/** True where variables mean something; the exec form of commands has none, unless a shell reads it. */
function expands(keyword: string, rest: string): boolean {
  if (keyword === 'MAINTAINER' || keyword === 'SHELL') return false;
  if (!commands.has(keyword)) return true;
  return !/^(?:cmd\s+)?\[/i.test(rest) || SHELL_IN_EXEC_FORM.test(rest);
}

function readTyped(instruction: Instruction, keyword: string, rest: string): Typed {
  if (rest.startsWith('[')) {
    // Inside a string when the number of quotes so far is odd.
    const quotes = rest.split('"');
    const isJson = quotes.length % 2 === 0;
    return {
      instruction,
      keyword,
      rest,
      word: isJson ? (quotes.at(-1) ?? '') : '',
      index: Math.floor(quotes.length / 2) - 1,
      isJson,
    };
  }
  const words = rest.split(/\s+/);
  return { instruction, keyword, rest, word: words.at(-1) ?? '', index: words.length - 1, isJson: false };
}

function completeInHeredoc(items: Items, instruction: Instruction, heredoc: Heredoc): void {
  const { file, offset } = items;
  const { text, lines } = file;
  const line = text.slice(Math.max(heredoc.body.start, lines.start(lines.lineAt(offset))), offset);
  const outer = instruction.keyword === 'ONBUILD' ? (instruction.trigger ?? instruction) : instruction;
  const isRun = outer.keyword === 'RUN';
  if ((isRun || heredoc.expand) && completeVariable(items, line, instruction, '\\')) return;
  if (
    heredoc.terminator === undefined &&
    heredoc.name.startsWith(line.trimStart()) &&
    (line.trimStart() === line || heredoc.chomp)
  ) {
    items.add({
      label: heredoc.name,
      kind: CompletionItemKind.Keyword,
      from: offset - line.trimStart().length,
      detail: 'ends the heredoc',
    });
  }
  if (isRun && outer.form === 'heredoc') completeCommand(items, line, false);
}
