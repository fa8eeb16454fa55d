import { placeAt, shellRule } from '../shellRule.ts';

export const shellTestRedirect = shellRule({
  id: 'shell-test-redirect',
  summary: "test compares texts with '\\>', not with '>'.",
  why: "'>' writes to a file; test never sees it.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2065'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if test "$#" «>» 5; then make; fi\n',
      good: 'FROM debian:12\nRUN if test "$#" -gt 5; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named('test')) {
      for (const redirect of node.redirects) {
        if (redirect.type !== 'Redirect' || redirect.descriptor !== undefined || !/^[<>]$/.test(redirect.operator))
          continue;
        report({
          at: placeAt(redirect.pos, redirect.pos + 1, entry.frame),
          message: `This is a redirection. Use '-${redirect.operator === '>' ? 'gt' : 'lt'}' to compare numbers.`,
        });
      }
    }
  },
});
