import { slipIn } from '../../shell/slips.ts';
import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

const keywords = new Set(['do', 'done', 'then', 'fi', 'esac']);

export const shellKeywordAsArgument = shellRule({
  id: 'shell-keyword-as-argument',
  summary: "Keywords such as 'done' stand at the beginning of a command.",
  why: 'Behind other words a keyword is an argument; a semicolon or line break before it is missing.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1010'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -f config ]«then» make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f config ]; then make; fi\n',
    },
    {
      bad: 'FROM debian:12\nRUN while sleep 1; do make «done»; done\n',
      good: 'FROM debian:12\nRUN while sleep 1; do make; done; echo done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind === 'keyword-as-argument') {
      const { start, end } = slip;
      report({
        at: placeAt(start, end),
        message: `'${facts.text.slice(start, end)}' is an argument here. Put ';' before it.`,
        fixes: () => [
          { title: "Insert ';'", safe: true, edits: [{ start, end: start, newText: '; ', isBefore: true }] },
        ],
      });
    }
    for (const { name, args, entry } of facts.commands) {
      for (const { node } of args) {
        const text = node?.text.replace(/^\\/, '') ?? '';
        if (node === undefined || !keywords.has(text)) continue;
        report({
          at: { start: node.pos, end: node.end, frame: entry.frame },
          message: `${quote(text)} is an argument here. Put ';' before it, or quote it.`,
          // Every loop and condition has its end, and 'echo done' says what it means.
          ...(name === 'echo' && { exactOnly: true }),
        });
      }
    }
  },
});
