import type { Ast } from '../../shell/tree.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellEscapeDropped = shellRule({
  id: 'shell-escape-dropped',
  summary: 'A backslash outside of quotes stands before a character that needs it.',
  why: 'Before letters and digits the shell drops it: \\n is the letter n.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC1001', 'shellcheck/SC1012'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN tr -d «\\n» < in > out\n',
      good: "FROM debian:12\nRUN tr -d '\\n' < in > out\n",
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN grep «\\d» file\n',
      good: 'FROM debian:12\nRUN \\cp a b; grep a\\-b file\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.text.includes('\\')) return;
    for (const entry of facts.all('Word')) {
      const { node, parent, frame } = entry;
      if (!node.text.includes('\\') || !roles.has(facts.role(entry))) continue;
      if (parent?.node.type === 'TestBinary' && parent.node.operator === '=~') continue;
      const text = frame?.text ?? facts.text;
      for (const at of droppedIn(node, text)) {
        // '\cp' keeps an alias away.
        if (at === node.pos && facts.role(entry) === 'name') continue;
        report({
          at: placeAt(at, at + 2, frame),
          // Nobody takes these for anything else than themselves.
          ...(/[-_]/.test(text[at + 1] ?? '') && { exactOnly: true }),
          message: 'The shell drops this backslash. Put the text in quotes, or use printf for a control character.',
        });
      }
    }
  },
});

const roles = new Set([
  'name', 'argument', 'assignment', 'declaration', 'element', 'redirect', 'hereString', 'list', 'subject', 'pattern', 'test',
]); // biome-ignore format: one table

/** Offsets of the backslashes outside of quotes that mean nothing. */
function droppedIn(word: Ast.Word, text: string): readonly number[] {
  const literals = word.parts?.filter((part) => part.type === 'Literal') ?? [word];
  return literals.flatMap(({ pos, end }) =>
    [...text.slice(pos, end).matchAll(/\\(?:[A-Za-z0-9_-]|([\s\S]))/g)]
      .filter((match) => match[1] === undefined)
      .map(({ index }) => pos + index),
  );
}
