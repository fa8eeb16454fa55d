import type { Frame } from '../../shell/tree.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellBraceVariables = shellRule({
  id: 'shell-brace-variables',
  summary: 'Variables are expanded with braces.',
  why: 'Braces show where the name ends.',
  severity: 'style',
  recommended: false,
  optional: true,
  fixable: true,
  same: ['shellcheck/SC2250'],
  examples: [{ bad: 'FROM debian:12\nRUN echo "«$HOME»"\n', good: 'FROM debian:12\nRUN echo "${HOME}"\n' }],
  find(facts, report) {
    const found = (text: string, start: number, frame: Frame): void => {
      if (!/^\$[A-Za-z_]\w*$/.test(text)) return;
      const newText = `\${${text.slice(1)}}`;
      const end = start + text.length;
      report({
        at: placeAt(start, end, frame),
        message: `Write '${newText}'.`,
        fixes: () => [{ title: `Write '${newText}'`, safe: true, edits: [{ start, end, newText }] }],
      });
    };
    for (const { node, frame } of facts.all('SimpleExpansion')) found(node.text, node.pos, frame);
    for (const { node, frame } of facts.all('ArithmeticWord')) found(node.value, node.pos, frame);
  },
});
