import { hasGlob } from '../../shell/words.ts';
import { quote } from '../../text/quote.ts';
import { shellRule, surround } from '../shellRule.ts';

const PATTERN_OPTION = /^-i?(?:name|path|lname|regex|wholename)$/;
const QUOTE = '"';

export const shellFindGlob = shellRule({
  id: 'shell-find-glob',
  summary: 'Patterns for find are quoted.',
  why: 'The shell expands an unquoted pattern when it matches files in the current folder, and find gets their names instead.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2061'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN find / -name «*.pyc» -delete\n',
      good: 'FROM debian:12\nRUN find / -name "*.pyc" -delete\n',
    },
  ],
  find(facts, report) {
    for (const { program, args, entry } of facts.named('find')) {
      if (program !== 'find') continue;
      args.forEach(({ text }, index) => {
        const { node } = args[index + 1] ?? {};
        if (!PATTERN_OPTION.test(text) || node?.type !== 'Word' || !hasGlob(node)) return;
        report({
          at: { start: node.pos, end: node.end, frame: entry.frame },
          message: `Quote ${quote(node.text)}, or the shell may expand it before ${quote(text)} sees it.`,
          fixes: () => [{ title: 'Quote the pattern', safe: true, edits: surround(node, QUOTE, QUOTE) }],
        });
      });
    }
  },
});
