import { isMiscasedKeyword, slipIn } from '../../shell/slips.ts';
import { placeAt, type ReportShell, shellRule } from '../shellRule.ts';

export const shellKeywordCase = shellRule({
  id: 'shell-keyword-case',
  summary: 'Keywords are written in lower case.',
  why: 'The shell looks for a program named If or THEN.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1081'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «If» make; then echo ok; fi\n',
      good: 'FROM debian:12\nRUN if make; then echo ok; fi\n',
    },
  ],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind === 'keyword-case') reportKeyword(slip.start, slip.end, facts.text, report);
    for (const { node, entry } of facts.commands) {
      if (node.name === undefined || entry.frame !== undefined || !isMiscasedKeyword(node.name.text)) continue;
      reportKeyword(node.name.pos, node.name.end, facts.text, report);
    }
  },
});

function reportKeyword(start: number, end: number, text: string, report: ReportShell): void {
  const keyword = text.slice(start, end);
  const lower = keyword.toLowerCase();
  report({
    at: placeAt(start, end),
    message: `'${keyword}' is a keyword only in lower case: '${lower}'.`,
    fixes: () => [{ title: `Write '${lower}'`, safe: true, edits: [{ start, end, newText: lower }] }],
  });
}
