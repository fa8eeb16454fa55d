import { instructionRule } from '../rule.ts';

export const noEmptyContinuation = instructionRule({
  id: 'no-empty-continuation',
  summary: 'No blank line stands between the lines of an instruction.',
  why: 'A build skips the blank line and goes on with the instruction, which hardly anybody who reads it expects; it will become an error.',
  category: 'deprecation',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/NoEmptyContinuation'],
  examples: [
    {
      bad: 'FROM alpine\nRUN apk add \\\n«\n»    curl\n',
      good: 'FROM alpine\nRUN apk add \\\n    curl\n',
    },
    {
      bad: 'FROM alpine\nEXPOSE 80 \\\n«\n  \n»# and TLS\n\n    443\n',
      good: 'FROM alpine\nEXPOSE 80 \\\n# and TLS\n    443\n',
    },
  ],
  checkStatement({ node }, _, report) {
    const [first] = node.blankLines;
    if (first === undefined) return;
    const { fileText: text } = node;
    const edits = node.blankLines.map(({ start, end }) => ({ at: { start, end: behind(text, end) }, newText: '' }));
    let end = first.end;
    for (const line of node.blankLines) if (line.start <= behind(text, end)) end = line.end;
    report({
      at: { start: first.start, end: behind(text, end) },
      message: `A blank line interrupts '${node.keywordText}'. Remove it.`,
      fixes: () => [{ title: 'Remove blank lines', safe: true, edits }],
    });
  },
});

/** Start of the next line. */
function behind(text: string, end: number): number {
  const newline = text.indexOf('\n', end);
  return newline === -1 ? text.length : newline + 1;
}
