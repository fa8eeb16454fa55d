import { posixUtilities } from '../../shell/programs.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellRedirectProgram = shellRule({
  id: 'shell-redirect-program',
  summary: 'Output goes to a program through a pipe.',
  why: "'> grep' writes to a file of the name grep.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2238'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make > «tee» log\n',
      good: 'FROM debian:12\nRUN make | tee log\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Redirect')) {
      if (node.target === undefined || node.target.text === 'file' || !posixUtilities.has(node.target.text)) continue;
      report({
        at: placeOf({ node: node.target, frame }),
        message: `This is a file of the name '${node.target.text}'. Use '| ${node.target.text}' for the program.`,
      });
    }
  },
});
