import { dockerfileRule } from '../rule.ts';

export const loneCarriageReturn = dockerfileRule({
  id: 'lone-carriage-return',
  summary: 'Lines end with a line feed.',
  why: 'A build takes a carriage return alone for a blank, while editors show a new line: what looks like two instructions is one.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    { bad: 'FROM alpine«\r»RUN apk add curl\nUSER app\r\n', good: 'FROM alpine\nRUN apk add curl\nUSER app\r\n' },
  ],
  check({ text }, report) {
    if (!text.includes('\r')) return;
    for (const { index: start } of text.matchAll(/\r(?!\n|$)/g)) {
      const at = { start, end: start + 1 };
      report({
        at,
        message: 'A build sees no line break here, only a blank. Replace the carriage return by a line feed.',
        fixes: () => [{ title: 'Replace by a line feed', safe: false, edits: [{ at, newText: '\n' }] }],
      });
    }
  },
});
