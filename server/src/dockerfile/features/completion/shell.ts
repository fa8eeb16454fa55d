import { CompletionItemKind } from 'vscode-languageserver-types';
import { idioms } from '../knowledge/idioms.ts';
import type { Items } from './items.ts';

/** What stands before a word that is a command: the beginning, a connector, a keyword, an opening bracket. */
const BEFORE_COMMAND = /(?:^|[;&|({]|\b(?:then|do|else)|\n)\s*$/;

/** Clean ways of installing packages, where a command begins. `text` is the command line up to the cursor. */
export function completeCommand(items: Items, text: string, mayHaveMount: boolean): void {
  if (!items.isAtLineEnd) return;
  const typed = /[\w.-]*$/.exec(text)?.[0] ?? '';
  const before = text.slice(0, text.length - typed.length);
  if (!BEFORE_COMMAND.test(before)) return;
  const isFirst = before.trim() === '';
  for (const { label, detail, body, hasMount } of idioms) {
    if (hasMount && !(mayHaveMount && isFirst)) continue;
    items.add({
      label,
      kind: CompletionItemKind.Snippet,
      from: items.offset - typed.length,
      snippet: body,
      detail,
      group: 2,
    });
  }
}

const heredocs = [
  { label: '<<EOF', of: 'Variables in it are replaced' },
  { label: '<<"EOF"', of: 'Taken literally' },
  { label: '<<-EOF', of: 'Leading tabs are removed' },
] as const;

/** The ends of a heredoc whose beginning is being typed. False when none is. */
export function completeHeredoc(items: Items, before: string): boolean {
  const match = /(?:^|\s)(<<-?["']?[\w.-]*)$/.exec(before);
  if (match === null) return false;
  const [, typed = ''] = match;
  const name = typed.replace(/^<<-?["']?/, '') || 'EOF';
  const lineBreak = items.isAtLineEnd;
  for (const { label, of } of heredocs) {
    const word = label.replace('EOF', name);
    items.add({
      label: word,
      kind: CompletionItemKind.Snippet,
      from: items.offset - typed.length,
      snippet: lineBreak ? `${word}\n$0\n${name}` : word,
      detail: of,
      filter: typed,
    });
  }
  return true;
}
