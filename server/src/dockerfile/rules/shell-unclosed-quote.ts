import { slipIn } from '../../shell/slips.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellUnclosedQuote = shellRule({
  id: 'shell-unclosed-quote',
  summary: 'Quotes are closed.',
  why: 'Everything up to the next quote, or to the end, is taken for one string.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC1078'],
  examples: [{ bad: 'FROM debian:12\nRUN echo «"»done\n', good: 'FROM debian:12\nRUN echo "done"\n', unfixed: true }],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind === 'unclosed-quote') {
      report({ at: placeAt(slip.start, slip.end), message: 'This quote is not closed.' });
    }
    for (const { node, parent, frame } of facts.all('DoubleQuoted')) {
      if (!node.text.includes('\n') || parent?.node.type !== 'Word') continue;
      const next = (frame?.text ?? facts.text)[node.end];
      if (next === undefined || !/[\w]/.test(next)) continue;
      report({
        at: placeAt(node.pos, node.pos + 1, frame),
        message: 'This quote is closed on another line, before a letter. Is its own end missing?',
      });
    }
  },
});
