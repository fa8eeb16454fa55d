import { bareName } from '../../shell/words.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellSelfAssignment = shellRule({
  id: 'shell-self-assignment',
  summary: 'A variable is not assigned to itself.',
  why: 'That does nothing; perhaps export was meant, or another name.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2269'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «HOME»=$HOME; make\n',
      good: 'FROM debian:12\nRUN export HOME; make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, parent, frame } of facts.all('Assignment')) {
      if (parent?.node.type !== 'Command' || parent.node.name !== undefined || node.append || node.index) continue;
      if (node.value.type !== 'Word' || bareName(node.value) !== node.name) continue;
      report({
        at: placeAt(node.pos, node.pos + node.name.length, frame),
        message: `'${node.name}' gets the value it has. Remove this, or use 'export ${node.name}'.`,
      });
    }
  },
});
