import { isDeclared } from '../../shell/facts.ts';
import { posixUtilities } from '../../shell/programs.ts';
import { quote } from '../../text/quote.ts';
import { shellRule } from '../shellRule.ts';

export const shellVariableIsProgram = shellRule({
  id: 'shell-variable-is-program',
  summary: 'A variable gets the output of a command, not its name.',
  why: 'x=date sets the text "date"; x=$(date) runs it.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2209'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «today»=date && echo "$today"\n',
      good: 'FROM debian:12\nRUN today=$(date) && echo "$today"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('Assignment')) {
      const { value, name, pos } = entry.node;
      if (value.type !== 'Word' || value.text !== value.value || !posixUtilities.has(value.value)) continue;
      const command = entry.parent?.node.type === 'Command' ? entry.parent.node : undefined;
      if (command && isDeclared(entry.node, command)) continue;
      // 'name=command -x' has its own rule.
      if (command?.name?.text.startsWith('-')) continue;
      report({
        at: { start: pos, end: pos + name.length, frame: entry.frame },
        message: `'${name}' is the text ${quote(value.value)}. Use '$(${value.value})' for its output, or quotes for the text.`,
      });
    }
  },
});
