import { CompletionItemKind } from 'vscode-languageserver-types';
import { buildChecks, directiveFacts } from '../knowledge/directives.ts';
import type { Items } from './items.ts';

/**
 * Directives and their values at the top of the file, and the values of `# check=` also before instructions; nothing in
 * other comments. `before` is the comment up to the cursor.
 */
export function completeDirective(items: Items, before: string, mayBeDirective: boolean): void {
  const name = /^#[ \t]*([A-Za-z]*)$/.exec(before)?.[1];
  if (name !== undefined) {
    if (mayBeDirective) completeName(items, name.length, before.endsWith('#'));
    return;
  }
  const match = /^#[ \t]*([A-Za-z]+)[ \t]*=[ \t]*(.*)$/s.exec(before);
  if (match === null) return;
  const [, directive = '', value = ''] = match;
  if (directive.toLowerCase() === 'check') completeCheck(items, value);
  else if (mayBeDirective) completeValue(items, directive.toLowerCase(), value);
}

function completeName(items: Items, length: number, needsBlank: boolean): void {
  const { offset, file } = items;
  const used = new Set(
    file.tree.directives
      .filter(({ span }) => span.end < offset - length || span.start > offset)
      .map(({ name }) => name),
  );
  for (const name of Object.keys(directiveFacts)) {
    if (used.has(name)) continue;
    items.add({
      label: name,
      kind: CompletionItemKind.Property,
      from: offset - length,
      insert: `${needsBlank ? ' ' : ''}${name}=`,
      topic: { kind: 'directive', name },
      retrigger: true,
    });
  }
}

function completeValue(items: Items, name: string, value: string): void {
  const facts = Object.hasOwn(directiveFacts, name) ? directiveFacts[name] : undefined;
  for (const { value: label, of } of facts?.values ?? []) {
    items.add({ label, kind: CompletionItemKind.Value, from: items.offset - value.length, detail: of });
  }
}

function completeCheck(items: Items, value: string): void {
  if (value.includes(' ')) return;
  const part = value.slice(value.lastIndexOf(';') + 1);
  const equals = part.indexOf('=');
  const { offset } = items;
  if (equals === -1) {
    const used = value.split(';').map((entry) => entry.split('=')[0]);
    for (const { value: label, of } of directiveFacts.check?.values ?? []) {
      if (used.slice(0, -1).includes(label.split('=')[0])) continue;
      items.add({
        label,
        kind: CompletionItemKind.Property,
        from: offset - part.length,
        detail: of,
        retrigger: label.endsWith('='),
      });
    }
    return;
  }
  const key = part.slice(0, equals);
  const list = part.slice(equals + 1);
  if (key === 'error') {
    for (const label of ['true', 'false']) {
      items.add({ label, kind: CompletionItemKind.EnumMember, from: offset - list.length });
    }
    return;
  }
  if (key !== 'skip' && key !== 'experimental') return;
  const names = list.split(',');
  const typed = names.pop() ?? '';
  for (const name of [...Object.keys(buildChecks), 'all']) {
    if (names.includes(name)) continue;
    items.add({
      label: name,
      kind: CompletionItemKind.EnumMember,
      from: offset - typed.length,
      detail: name === 'all' ? 'Every check' : undefined,
      ...(name !== 'all' && { topic: { kind: 'buildCheck', name } }),
    });
  }
}
