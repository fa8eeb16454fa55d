import { hasGlob } from '../../shell/words.ts';
import { shellRule, surround } from '../shellRule.ts';

export const shellTrGlob = shellRule({
  id: 'shell-tr-glob',
  summary: 'Sets of tr are quoted.',
  why: 'Unquoted brackets are a wildcard: with a file of a matching name in the folder, tr gets that name.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2060'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN uname -s | tr «[:upper:]» «[:lower:]»\n',
      good: "FROM debian:12\nRUN uname -s | tr '[:upper:]' '[:lower:]'\n",
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('tr')) {
      for (const { start, end, node } of args) {
        if (node?.type !== 'Word' || !hasGlob(node)) continue;
        const isPlain = !/['"$`\\]/.test(node.text);
        report({
          at: { start, end, frame: entry.frame },
          message: 'The shell takes this for a wildcard. Quote it.',
          fixes: () => (isPlain ? [{ title: 'Quote it', safe: true, edits: surround(node, "'", "'") }] : []),
        });
      }
    }
  },
});
