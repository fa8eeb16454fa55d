import { placeAt, shellRule } from '../shellRule.ts';

export const shellBackslashBeforeQuote = shellRule({
  id: 'shell-backslash-before-quote',
  summary: 'Single quotes are not escaped inside of single quotes.',
  why: "Nothing is special in there: the quote behind a backslash ends the text. An apostrophe is written '\\''.",
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC1003'],
  examples: [
    {
      bad: "FROM debian:12\nRUN echo 'it«\\»' works\n",
      good: 'FROM debian:12\nRUN echo "it\'s works"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('SingleQuoted')) {
      if (!node.value.endsWith('\\')) continue;
      report({
        at: placeAt(node.end - 2, node.end - 1, frame),
        message: "The quote behind this backslash ends the text. For an apostrophe, use double quotes or '\\''.",
      });
    }
  },
});
