import { placeAt, shellRule } from '../shellRule.ts';

export const shellRedirectNumber = shellRule({
  id: 'shell-redirect-number',
  summary: 'A redirection to a stream has an ampersand: 2>&1.',
  why: "'2>1' writes to a file of the name 1; for a comparison there are -gt and -lt.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2210'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make > log «2>1»\n',
      good: 'FROM debian:12\nRUN make > log 2>&1\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, parent, frame } of facts.all('Redirect')) {
      if (node.target === undefined || !/^\d+$/.test(node.target.text) || node.operator.endsWith('&')) continue;
      if (parent?.node.type === 'Command' && parent.node.name?.text === '[') continue;
      report({
        at: placeAt(node.pos, node.target.end, frame),
        message: `This is a file of the name '${node.target.text}'. Use '>&${node.target.text}' for a stream, '-gt' to compare.`,
      });
    }
  },
});
