import { slipIn } from '../../shell/slips.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellCommentSpace = shellRule({
  id: 'shell-comment-space',
  summary: "There is a blank before the '#' of a comment.",
  why: 'Inside a word # is an ordinary character: fi#end is another word than fi.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1099'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN <<EOF\nif make; then\n  echo ok\nfi«#» built\nEOF\n',
      good: 'FROM debian:12\nRUN <<EOF\nif make; then\n  echo ok\nfi # built\nEOF\n',
    },
  ],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind !== 'keyword-comment') return;
    report({
      at: placeAt(slip.start, slip.end),
      message: "Insert a blank before '#'.",
      fixes: () => [
        { title: 'Insert a blank', safe: true, edits: [{ start: slip.start, end: slip.start, newText: ' ' }] },
      ],
    });
  },
});
