import { bareName } from '../../shell/words.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellReadExpansion = shellRule({
  id: 'shell-read-expansion',
  summary: 'read is given names of variables without a dollar sign.',
  why: 'With it, read sets the variable whose name is in the value.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2229'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN read -r «$line» < /etc/hosts\n',
      good: 'FROM debian:12\nRUN read -r line < /etc/hosts\n',
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('read')) {
      args.forEach(({ node, start, end }, index) => {
        const name = node?.type === 'Word' ? bareName(node) : undefined;
        if (name === undefined || /^-\w*[adinNptu]$/.test(args[index - 1]?.text ?? '')) return;
        report({
          at: placeAt(start, end, entry.frame),
          message: `This sets the variable whose name is in '${name}'. Leave out the '$' to set '${name}'.`,
          fixes: () => [{ title: `Write '${name}'`, safe: false, edits: [{ start, end, newText: name }] }],
        });
      });
    }
  },
});
