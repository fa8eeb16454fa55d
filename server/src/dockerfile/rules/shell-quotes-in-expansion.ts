import { quotedStrings } from '../../shell/splitting.ts';
import { shellRule } from '../shellRule.ts';

export const shellQuotesInExpansion = shellRule({
  id: 'shell-quotes-in-expansion',
  summary: 'A variable whose value has quotes is not expanded into arguments.',
  why: 'Quotes and backslashes in the value mean nothing there; they are passed on as characters.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2090'],
  examples: [
    {
      bad: 'FROM fedora:41\nRUN options=\'--name "a b"\' && tool «$options»\n',
      good: 'FROM fedora:41\nRUN tool --name "a b"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const use of quotedStrings(facts)) {
      for (const at of use.expanded) {
        report({ at, message: `The quotes in the value of '${use.name}' are passed on as characters here.` });
      }
    }
  },
});
