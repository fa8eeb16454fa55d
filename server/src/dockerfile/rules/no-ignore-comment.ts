import { parsePragma } from '../../lint/pragma.ts';
import { removeLines } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

export const noIgnoreComment = dockerfileRule({
  id: 'no-ignore-comment',
  summary: 'Findings are answered instead of silenced by a comment.',
  why: 'A comment that silences a rule outlives its reason, and the next reader does not see what was found.',
  category: 'style',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL1001'],
  severityIn: { hadolint: 'off' },
  examples: [
    {
      bad: '«# hadolint ignore=DL3006»\nFROM alpine\n',
      good: 'FROM alpine\n',
    },
  ],
  check({ tree, text }, report, { exact }) {
    for (const item of tree.items) {
      if (item.kind !== 'comment') continue;
      const pragma = parsePragma(item.text, exact);
      if (pragma?.scope !== 'next' || (exact && pragma.tool !== 'hadolint')) continue;
      report({
        at: item.span,
        message: `${quote(item.text)} silences the next instruction. Answer the finding and remove the comment.`,
        tag: 'unnecessary',
        fixes: () => [{ title: 'Remove the comment', safe: false, edits: [removeLines(text, item.span)] }],
      });
    }
  },
});
