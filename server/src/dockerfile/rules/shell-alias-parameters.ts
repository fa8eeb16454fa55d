import { placeAt, shellRule } from '../shellRule.ts';

export const shellAliasParameters = shellRule({
  id: 'shell-alias-parameters',
  summary: 'An alias has no parameters.',
  why: 'What stands behind an alias is put behind its text; $1 in it is that of the script. A function has parameters.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2142'],
  examples: [
    {
      bad: "FROM debian:12\nRUN echo x && alias «list='ls $1'»\n",
      good: 'FROM debian:12\nRUN echo x && list() { ls "$1"; }\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('alias')) {
      for (const { node, start, end } of args) {
        if (node === undefined || !/=.*\$\{?[0-9@*]/.test(node.text)) continue;
        report({
          at: placeAt(start, end, entry.frame),
          message: 'An alias gets no parameters. Use a function.',
        });
      }
    }
  },
});
