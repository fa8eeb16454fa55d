import { quotedStrings } from '../../shell/splitting.ts';
import { shellRule } from '../shellRule.ts';

export const shellQuotesInVariable = shellRule({
  id: 'shell-quotes-in-variable',
  summary: 'Arguments with quotes are kept in an array or a function, not in a string.',
  why: 'Quotes and backslashes in the value of a variable mean nothing when it is expanded; they are passed on as characters.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2089'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN options=«\'--name "a b"\'» && tool $options\n',
      good: 'FROM fedora:41\nRUN tool --name "a b"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { name, assigned } of quotedStrings(facts)) {
      for (const at of assigned) {
        report({
          at,
          message: `The quotes in '${name}' mean nothing where it is expanded. Use an array or a function.`,
        });
      }
    }
  },
});
