import { hasGlob } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellGlobAsCommand = shellRule({
  id: 'shell-glob-as-command',
  summary: 'No wildcard stands in the place of a command.',
  why: 'The shell runs the first file that matches.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2211'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «/opt/app-*/install.sh» --yes\n',
      good: 'FROM debian:12\nRUN /opt/app-1.2/install.sh --yes\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Glob').length === 0) return;
    for (const { node, entry } of facts.commands) {
      if (node.name === undefined || !hasGlob(node.name) || /^\[|\]=/.test(node.name.text)) continue;
      report({
        at: placeOf({ node: node.name, frame: entry.frame }),
        message: 'The first file that matches is run. Name the command.',
      });
    }
  },
});
