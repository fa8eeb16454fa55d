import { type CompletionItem, CompletionItemKind, type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { FeatureContext, Features } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import type { DockerignoreFile, Pattern } from '../file.ts';

export const features: Features<DockerignoreFile> = { completion, hover };

/** Patterns that most projects want. */
const usual: readonly (readonly [pattern: string, detail: string])[] = [
  ['.git', 'the history'],
  ['node_modules', 'installed packages'],
  ['**/node_modules', 'installed packages in any folder'],
  ['.env', 'local settings'],
  ['**/*.log', 'logs in any folder'],
  ['Dockerfile*', 'Dockerfiles'],
  ['.dockerignore', 'this file'],
];

/** Files and folders of the build context, and usual patterns. */
async function completion(
  file: DockerignoreFile,
  offset: number,
  { host }: FeatureContext,
): Promise<readonly CompletionItem[]> {
  const { lines, text, uri } = file;
  const lineStart = lines.start(lines.lineAt(offset));
  const before = text.slice(lineStart, offset);
  if (before.startsWith('#')) return [];
  const typed = before.replace(/^\s*!?\s*/, '');
  const start = offset - typed.length;
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const range = { start: lines.position(start), end: lines.position(offset) };
  const found: CompletionItem[] = [];
  const add = (label: string, kind: CompletionItemKind, detail?: string): void => {
    found.push({ label, kind, textEdit: { range, newText: label }, ...(detail !== undefined && { detail }) });
  };
  if (!/[*?[\\]|\.\./.test(folder)) {
    const below = folder.replace(/^\/+|\/+$/g, '');
    const path = below.split('/').filter((part) => part !== '' && part !== '.');
    const address = [uri.slice(0, uri.lastIndexOf('/')), ...path.map(encodeURIComponent)].join('/');
    for (const { name, isDirectory } of (await host.list(address)) ?? []) {
      add(folder + name, isDirectory ? CompletionItemKind.Folder : CompletionItemKind.File);
    }
  }
  if (folder === '') {
    const present = new Set(file.patterns.map((pattern) => pattern.text));
    for (const [pattern, detail] of usual) {
      if (!present.has(pattern) && !found.some(({ label }) => label === pattern)) {
        add(pattern, CompletionItemKind.Value, detail);
      }
    }
  }
  return found;
}

/** What a pattern matches, in words. */
function hover(file: DockerignoreFile, offset: number): Hover | undefined {
  const pattern = file.patterns.find(({ at }) => at.start <= offset && offset <= at.end);
  if (!pattern || pattern.cleaned === '') return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: inWords(pattern) },
    range: rangeOf(file, pattern.at),
  };
}

function rangeOf({ lines }: DockerignoreFile, { start, end }: Span): NonNullable<Hover['range']> {
  return { start: lines.position(start), end: lines.position(end) };
}

function inWords({ cleaned, isException }: Pattern): string {
  const verb = isException ? 'Keeps' : 'Leaves out';
  const parts = [`${verb} \`${cleaned}\` of the build context, and everything below it.`];
  if (cleaned.startsWith('**/')) parts.push(`It may be in any folder: \`**\` stands for any number of them.`);
  else if (cleaned.includes('**')) parts.push('`**` stands for any number of folders.');
  else if (!cleaned.includes('/'))
    parts.push(`Only at the top of the context; write \`**/${cleaned}\` for any folder.`);
  if (/(?:^|[^*])\*(?:[^*]|$)/.test(cleaned)) parts.push('`*` stands for any characters but `/`.');
  if (cleaned.includes('?')) parts.push('`?` stands for one character but `/`.');
  return parts.join('\n\n');
}
