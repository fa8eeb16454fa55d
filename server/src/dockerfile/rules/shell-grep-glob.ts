import { grepPattern } from '../../shell/programs.ts';
import { hasGlob } from '../../shell/words.ts';
import { quote } from '../../text/quote.ts';
import { shellRule, surround } from '../shellRule.ts';

export const shellGrepGlob = shellRule({
  id: 'shell-grep-glob',
  summary: 'Patterns for grep are quoted.',
  why: 'The shell expands an unquoted pattern when it matches files in the current folder, and grep gets their names instead.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2062'],
  examples: [
    { bad: 'FROM debian:12\nRUN grep «[0-9]*» /etc/passwd\n', good: 'FROM debian:12\nRUN grep "[0-9]*" /etc/passwd\n' },
  ],
  find(facts, report) {
    for (const command of facts.named('grep')) {
      const pattern = grepPattern(command);
      if (pattern?.node?.type !== 'Word' || !hasGlob(pattern.node)) continue;
      const { node } = pattern;
      report({
        at: { start: node.pos, end: node.end, frame: command.entry.frame },
        message: `Quote ${quote(node.text)}, or the shell may expand it before 'grep' sees it.`,
        fixes: () => [{ title: 'Quote the pattern', safe: true, edits: surround(node, '"', '"') }],
      });
    }
  },
});
