import type { ShellFacts } from '../../shell/facts.ts';
import { slipIn } from '../../shell/slips.ts';
import { parseTree } from '../../shell/tree.ts';
import { placeAt, type ReportShell, shellRule } from '../shellRule.ts';

export const shellMissingSpace = shellRule({
  id: 'shell-missing-space',
  summary: "There are blanks around '[', '[[', ']' and behind '!'.",
  why: 'They are words of their own; glued to another word they are looked for as a program, or end no test.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1035', 'shellcheck/SC1020', 'shellcheck/SC1069'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -f config«]»; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ]; then make; fi\n',
    },
    {
      bad: 'FROM debian:12\nRUN if «[»"$DEBUG" = 1 ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ "$DEBUG" = 1 ]; then make; fi\n',
    },
    {
      bad: 'FROM debian:12\nRUN if«[» -f config ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ]; then make; fi\n',
    },
  ],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind === 'missing-space') {
      const isGlued = /\S/.test(facts.text[slip.start - 1] ?? ' ');
      reportMissing(facts, slip.start, slip.end, isGlued, report);
    }
    for (const { node, entry } of facts.commands) {
      const text = node.name?.text ?? '';
      const sign = /^(?:\[\[?|!)(?=[^[])/.exec(text)?.[0];
      if (sign === undefined || text === '[[' || node.name === undefined || entry.frame !== undefined) continue;
      reportMissing(facts, node.name.pos, node.name.pos + sign.length, false, report);
    }
    for (const { node, frame } of facts.all('Negation')) {
      if (frame === undefined && facts.text[node.end] === '(') reportMissing(facts, node.pos, node.end, false, report);
    }
    for (const { name, node, entry } of facts.named('[')) {
      const [first] = node.args;
      if (name !== '[' || first === undefined || !/^!-\w$/.test(first.text) || entry.frame !== undefined) continue;
      reportMissing(facts, first.pos, first.pos + 1, false, report);
    }
    for (const { node, frame } of facts.all('TestUnary')) {
      if (node.pos !== node.operand.pos || !/^!-\w/.test(node.operand.text) || frame !== undefined) continue;
      reportMissing(facts, node.pos, node.pos + 1, false, report);
    }
  },
});

function reportMissing({ text }: ShellFacts, start: number, end: number, isBefore: boolean, report: ReportShell): void {
  const at = isBefore ? start : end;
  report({
    at: placeAt(start, end),
    message: `There must be a blank ${isBefore ? 'before' : 'behind'} it.`,
    fixes: () => [
      {
        title: 'Insert a blank',
        // Where the script cannot be read even then, something else is wrong, and the blank is a guess.
        safe: parseTree(`${text.slice(0, at)} ${text.slice(at)}`).ok,
        edits: [{ start: at, end: at, newText: ' ' }],
      },
    ],
  });
}
