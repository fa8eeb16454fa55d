import type { Span } from '../../text/span.ts';

const maximumLines = 30;

/** The lines of a span as a Markdown code block, without their common indentation. */
export function yamlBlock(text: string, { start, end }: Span): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(lineStart, Math.max(end, start)).replaceAll('\r', '').split('\n');
  // What stands before the span on its first line, such as the dash of a list, is not part of it.
  lines[0] = ' '.repeat(start - lineStart) + (lines[0] ?? '').slice(start - lineStart);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  const shown = lines.slice(0, maximumLines).map((line) => line.slice(indent).trimEnd());
  if (lines.length > maximumLines) shown.push('# …');
  return `\`\`\`\`yaml\n${shown.join('\n').trimEnd()}\n\`\`\`\``;
}
