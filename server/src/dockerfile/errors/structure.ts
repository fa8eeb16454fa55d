import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Unknown } from '../model/instructions.ts';
import { isSpace } from '../syntax/blanks.ts';
import { instructionWords } from '../syntax/instructionWords.ts';
import type { FoundError } from './found.ts';
import { suggest } from './found.ts';

export const structureFacts: readonly ErrorFacts[] = [
  {
    id: 'unknown-instruction',
    summary: 'Every instruction must begin with a word that Dockerfiles know.',
    why: 'A build fails on an unknown instruction. Often a line before it lacks its continuation, or the word is misspelt.',
    examples: [
      { bad: 'FROM alpine\n«RNU» apk add curl\n', good: 'FROM alpine\nRUN apk add curl\n' },
      {
        bad: 'FROM alpine\nRUN apk update &&\n    «apk» add curl\n',
        good: 'FROM alpine\nRUN apk update && \\\n    apk add curl\n',
      },
    ],
  },
  {
    id: 'instruction-before-from',
    summary: 'Only ARG may stand before the first FROM.',
    why: 'Every other instruction works on a stage, and a stage begins with FROM.',
    examples: [{ bad: '«ENV» A=b\nFROM alpine\n', good: 'ARG VERSION=3.22\nFROM alpine:$VERSION\nENV A=b\n' }],
  },
  {
    id: 'no-stages',
    summary: 'A Dockerfile must hold a FROM.',
    why: 'ARGs alone give a build nothing to do, and it fails.',
    examples: [{ bad: '«ARG» VERSION=3.22\n', good: 'ARG VERSION=3.22\nFROM alpine:$VERSION\n' }],
  },
];

/** What stands before the first FROM, and whether there is one. */
export function checkStructure({ preamble, stages }: Dockerfile, report: (error: FoundError) => void): void {
  const early = preamble.filter(({ keyword }) => keyword !== 'ARG');
  for (const { keyword, keywordSpan, node } of early) {
    if (keyword === 'UNKNOWN') continue;
    report({
      id: 'instruction-before-from',
      at: keywordSpan,
      message:
        stages.length === 0
          ? `No FROM stands before '${node.keywordText}'. Begin with a FROM instruction.`
          : `'${node.keywordText}' stands before the first FROM, where only ARG may. Move it behind a FROM.`,
    });
    // A file without any FROM has one thing wrong with it, not as many as it has lines.
    if (stages.length === 0) break;
  }
  const last = preamble.at(-1);
  if (stages.length === 0 && early.length === 0 && last !== undefined) {
    report({ id: 'no-stages', at: last.keywordSpan, message: 'No FROM follows the ARGs. Add a FROM instruction.' });
  }
}

export function checkUnknown({ node, keywordSpan }: Unknown, report: (error: FoundError) => void): void {
  const { keywordText } = node;
  const glue = findGlue(keywordText);
  if (glue !== undefined) {
    const at = node.head.span(glue.start, glue.end);
    report({
      id: 'unknown-instruction',
      at: keywordSpan,
      message: `A special blank glues ${quote(keywordText.slice(0, glue.start))} to what follows. Replace it by a plain blank.`,
      fixes: () => [{ title: 'Replace with a plain blank', safe: true, edits: [{ at, newText: ' ' }] }],
    });
    return;
  }
  const isLower = keywordText === keywordText.toLowerCase();
  const { hint, fixes } = suggest(keywordText.toUpperCase(), instructionWords, keywordSpan, (word) =>
    isLower ? word.toLowerCase() : word,
  );
  report({
    id: 'unknown-instruction',
    at: keywordSpan,
    message: `${quote(keywordText)} is no instruction.${hint || ` If the line belongs to the one above, end that one with '${node.escape}'.`}`,
    ...(fixes && { fixes }),
  });
}

/** White space that does not end an instruction word, behind a word that would be one. */
function findGlue(text: string): { start: number; end: number } | undefined {
  const longest = 'HEALTHCHECK'.length;
  for (let index = 1; index <= longest && index < text.length; index++) {
    if (!isSpace(text.charCodeAt(index))) continue;
    if (!instructionWords.some((word) => word === text.slice(0, index).toUpperCase())) return undefined;
    let end = index;
    while (isSpace(text.charCodeAt(end))) end++;
    return { start: index, end };
  }
  return undefined;
}
