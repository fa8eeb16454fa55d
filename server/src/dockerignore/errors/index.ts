import type { ErrorFacts, LanguageError } from '../../lint/linted.ts';
import type { Span } from '../../text/span.ts';
import type { DockerignoreFile } from '../file.ts';

const id = 'ignore-pattern-syntax';

export const errorFacts: readonly ErrorFacts[] = [
  {
    id,
    summary: 'Patterns of ignore files must be well formed.',
    why: "The build stops at a pattern it cannot read: a lone '!', a '[' that is not closed, or a backslash at the end.",
    examples: [
      { bad: 'node_modules\n«!»\n', good: 'node_modules\n!node_modules/keep\n' },
      { bad: '«*.[oa»\n', good: '*.[oa]\n' },
      { bad: 'build«\\»\n', good: 'build\n' },
    ],
  },
];

/** Everything for which the builder refuses the file. */
export function errors(file: DockerignoreFile): readonly LanguageError[] {
  const found: LanguageError[] = [];
  const report = (at: Span, message: string): void => {
    found.push({ id, severity: 'error', at, message });
  };
  for (const { at, isException, body, text } of file.patterns) {
    if (isException && text === '') {
      report(at, "There is no pattern behind the '!'. Add one.");
      continue;
    }
    switch (malformed(text)) {
      case 'class':
        report(body, `The character class in '${text}' is not well formed. Close the '[', or write '\\['.`);
        break;
      case 'escape':
        report(
          { start: body.end - 1, end: body.end },
          'There is nothing behind the backslash. Separate folders with a slash.',
        );
        break;
    }
  }
  return found;
}

/** What Go's path matcher refuses: character classes that do not end or are empty, and a backslash at the end. */
function malformed(pattern: string): 'class' | 'escape' | undefined {
  let index = 0;
  while (index < pattern.length) {
    const char = pattern[index];
    if (char === '\\') {
      if (index + 1 === pattern.length) return 'escape';
      index += 2;
    } else if (char === '[') {
      const end = classEnd(pattern, index);
      if (end === -1) return 'class';
      index = end;
    } else {
      index++;
    }
  }
  return undefined;
}

/** Offset behind a character class, -1 when it is not well formed. */
function classEnd(pattern: string, start: number): number {
  let index = start + 1;
  if (pattern[index] === '^') index++;
  for (let ranges = 0; index < pattern.length; ranges++) {
    if (pattern[index] === ']' && ranges > 0) return index + 1;
    index = characterEnd(pattern, index);
    if (index !== -1 && pattern[index] === '-') index = characterEnd(pattern, index + 1);
    if (index === -1) return -1;
  }
  return -1;
}

function characterEnd(pattern: string, index: number): number {
  const char = pattern[index];
  if (char === undefined || char === '-' || char === ']') return -1;
  if (char !== '\\') return index + 1;
  return index + 1 < pattern.length ? index + 2 : -1;
}
