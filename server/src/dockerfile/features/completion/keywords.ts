import { CompletionItemKind } from 'vscode-languageserver-types';
import { instructionFacts } from '../knowledge/instructions.ts';
import type { Items } from './items.ts';

/** The words in the order people need them. */
const order = [
  'FROM', 'RUN', 'COPY', 'WORKDIR', 'ENV', 'ARG', 'CMD', 'ENTRYPOINT', 'EXPOSE', 'USER', 'ADD', 'LABEL', 'VOLUME',
  'HEALTHCHECK', 'SHELL', 'STOPSIGNAL', 'ONBUILD', 'MAINTAINER',
]; // biome-ignore format: one table

const notAsTrigger: ReadonlySet<string> = new Set(['FROM', 'ONBUILD', 'MAINTAINER']);

/** Words behind which something can be completed at once. */
const completed: ReadonlySet<string> = new Set([
  'FROM', 'COPY', 'ADD', 'ARG', 'ENV', 'EXPOSE', 'USER', 'HEALTHCHECK', 'STOPSIGNAL', 'ONBUILD', 'SHELL', 'WORKDIR',
  'LABEL', 'VOLUME', 'CMD', 'ENTRYPOINT',
]); // biome-ignore format: one table

/** Instruction words, plain and as templates, in the case the file uses. */
export function completeKeyword(items: Items, from: number, isTrigger: boolean): void {
  const { file, offset } = items;
  const hasStage = file.model.stages.some(({ from: first }) => first.span.start < from);
  const words = order.filter((word) =>
    isTrigger ? !notAsTrigger.has(word) : hasStage || word === 'FROM' || word === 'ARG',
  );
  const isLower = writesLower(items, from);
  const isWhole = items.isAtLineEnd;
  const isFollowed = /[ \t]/.test(file.text.charAt(offset));
  for (const word of words) {
    const label = isLower ? word.toLowerCase() : word;
    items.add({
      label,
      kind: CompletionItemKind.Keyword,
      from,
      insert: isFollowed ? label : `${label} `,
      topic: { kind: 'instruction', keyword: word },
      retrigger: completed.has(word),
      isDeprecated: word === 'MAINTAINER',
      ...(word === 'MAINTAINER' && { group: 2 }),
    });
  }
  if (!isWhole) return;
  for (const word of words) {
    for (const { label, detail, body } of instructionFacts[word]?.templates ?? []) {
      items.add({
        label: isLower ? lowered(label) : label,
        kind: CompletionItemKind.Snippet,
        from,
        snippet: isLower ? lowered(body) : body,
        detail,
        topic: { kind: 'instruction', keyword: word },
        group: 1,
      });
    }
  }
}

/** The words of a template in lower case. */
function lowered(template: string): string {
  return template.replace(/^[A-Z]+|\b(?:AS|CMD|NONE|COPY)\b/g, (word) => word.toLowerCase());
}

/** True when most other instructions are in lower case; in a file without others, when the setting says so. */
function writesLower({ file, context }: Items, from: number): boolean {
  let lower = 0;
  let upper = 0;
  for (const { node } of file.model.instructions) {
    if (node.span.start === from) continue;
    const { keywordText } = node;
    if (keywordText === keywordText.toUpperCase()) upper++;
    else if (keywordText === keywordText.toLowerCase()) lower++;
  }
  return lower + upper === 0 ? context.settings.format.instructionCasing === 'lower' : lower > upper;
}
