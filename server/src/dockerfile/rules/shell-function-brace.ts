import { slipIn } from '../../shell/slips.ts';
import { placeAt, type ShellEdit, shellRule } from '../shellRule.ts';

export const shellFunctionBrace = shellRule({
  id: 'shell-function-brace',
  summary: "There are blanks around the '{' of a function.",
  why: '{ is a word of its own; glued to another word it does not begin the body.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1095', 'shellcheck/SC1054'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN build() «{»make all; }; build\n',
      good: 'FROM debian:12\nRUN build() { make all; }; build\n',
    },
  ],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind !== 'function-brace') return;
    report({
      at: placeAt(slip.start, slip.end),
      message: "There must be a blank on both sides of '{'.",
      fixes: () => [{ title: 'Insert blanks', safe: true, edits: spaced(facts.text, slip.start) }],
    });
  },
});

function spaced(text: string, at: number): ShellEdit[] {
  const edits: ShellEdit[] = [];
  if (/\w/.test(text[at - 1] ?? ' ')) edits.push({ start: at, end: at, newText: ' ' });
  if (/\S/.test(text[at + 1] ?? ' ')) edits.push({ start: at + 1, end: at + 1, newText: ' ' });
  return edits;
}
