import { placeOf, shellRule } from '../shellRule.ts';

export const shellAppendSpaces = shellRule({
  id: 'shell-append-spaces',
  summary: "There are no blanks around '+='.",
  why: 'With them the shell runs a program of the name of the variable.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2285'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN flags=-O2; «flags += -g»; make\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN flags=-O2; flags+=-g; make\n',
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const [operator, value, ...others] = node.args;
      const { name } = node;
      if (name === undefined || operator?.text.startsWith('+=') !== true || !/^[A-Za-z_]\w*$/.test(name.text)) continue;
      report({
        at: placeOf(entry),
        message: "Remove the blanks around '+='.",
        fixes: () => {
          if (others.length > 0 || operator.text !== '+=' || value === undefined) return [];
          const newText = '+=';
          return [{ title: 'Remove the blanks', safe: false, edits: [{ start: name.end, end: value.pos, newText }] }];
        },
      });
    }
  },
});
