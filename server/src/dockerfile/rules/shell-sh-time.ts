import { placeAt, placeOf, shellRule } from '../shellRule.ts';

export const shellShTime = shellRule({
  id: 'shell-sh-time',
  summary: 'In sh, time measures one command only.',
  why: 'time is a keyword in bash; in sh it is a program, which runs one program and no pipeline, group or loop.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2176', 'shellcheck/SC2177'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «time» make | tee log\n',
      good: 'FROM debian:12\nRUN time sh -c "make | tee log"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.isPosix) return;
    for (const { node, parent, frame } of facts.all('Time')) {
      if (parent?.node.type !== 'Pipeline') continue;
      const [first, ...others] = parent.node.commands;
      if (others.length > 0) {
        report({
          at: placeAt(node.pos, node.keywordEnd, frame),
          message: "'time' only measures the first command. Use 'time sh -c \"…\"'.",
        });
      } else if (first !== undefined && first.type !== 'Command') {
        report({ at: placeOf({ node: first, frame }), message: "'time' runs programs only. Use 'time sh -c \"…\"'." });
      }
    }
  },
});
