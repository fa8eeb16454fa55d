import { placeOf, shellRule } from '../shellRule.ts';

export const shellArithmeticAsText = shellRule({
  id: 'shell-arithmetic-as-text',
  summary: 'Sums stand in $((…)).',
  why: 'name=name+1 sets the variable to that text.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2100', 'shellcheck/SC2099'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN n=1; n=«n+1»; echo "$n"\n',
      good: 'FROM debian:12\nRUN n=1; n=$((n+1)); echo "$n"\n',
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const last = node.prefix.at(-1);
      if (last?.type !== 'Assignment' || node.name === undefined || !/^[-+*/]$/.test(node.name.text)) continue;
      report({
        at: placeOf({ node: node.name, frame: entry.frame }),
        message: "This runs a command of that name. Use '$((…))' to calculate.",
      });
    }
    for (const { node, parent, frame } of facts.all('Assignment')) {
      const { value, name } = node;
      if (value.type !== 'Word' || parent?.node.type !== 'Command') continue;
      const operands = /^(\w+)[-+*/](\w+)$/.exec(value.text);
      if (operands === null || (operands[1] !== name && operands[2] !== name)) continue;
      report({
        at: placeOf({ node: value, frame }),
        message: "This is text. Use '$((…))' to calculate.",
        fixes: () => [
          {
            title: "Write '$((…))'",
            safe: false,
            edits: [{ start: value.pos, end: value.end, newText: `$((${value.text}))` }],
          },
        ],
      });
    }
  },
});
