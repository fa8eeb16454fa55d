import { quote } from '../../text/quote.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellAssignmentName = shellRule({
  id: 'shell-assignment-name',
  summary: 'Names of variables are letters, digits and underscores.',
  why: 'Another name is no assignment: the shell looks for a program of that name.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2270', 'shellcheck/SC2271', 'shellcheck/SC2276', 'shellcheck/SC2282'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «build-type=release»; make\n',
      good: 'FROM debian:12\nRUN build_type=release; make\n',
      unfixed: true,
    },
    { bad: 'FROM debian:12\nRUN «1st=a»; make\n', good: 'FROM debian:12\nRUN first=a; make\n', unfixed: true },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const { name } = node;
      if (name === undefined || !name.text.includes('=')) continue;
      const left = /^((?:\$\{[^}]*\}|\$[\w@*#?]|"[^"]*"|'[^']*'|[^="'])+)=/.exec(name.text)?.[1];
      // '$name=' and options have rules of their own.
      if (left === undefined || /^-|[`(]|\$\{[^}]*$|\[|^\$\{?[A-Za-z_]\w*\}?\+?$|^[A-Za-z_]\w*\+?$/.test(left))
        continue;
      report({
        at: placeOf({ node: name, frame: entry.frame }),
        message: `${quote(left)} is no name of a variable. Use letters, digits and '_', no digit first.`,
      });
    }
  },
});
