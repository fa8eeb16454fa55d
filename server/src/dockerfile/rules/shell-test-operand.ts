import { placeAt, shellRule } from '../shellRule.ts';

export const shellTestOperand = shellRule({
  id: 'shell-test-operand',
  summary: 'A test such as -f has an operand.',
  why: 'Alone it is a word that is not empty, so that the condition is always true.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC1019'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ «-n» ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -n "$HOME" ]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named('[')) {
      const words = node.args[0]?.text === '!' ? node.args.slice(1) : node.args;
      const [operator, closing] = words;
      if (operator === undefined || closing?.text !== ']' || !/^-[A-Za-z]+$/.test(operator.text)) continue;
      report({
        at: placeAt(operator.pos, operator.end, entry.frame),
        message: `'${operator.text}' has nothing to look at. Put its operand behind it.`,
      });
    }
    for (const { node, parent, frame } of facts.all('TestUnary')) {
      const { operand } = node;
      if (parent?.node.type !== 'TestCommand' || node.pos !== operand.pos || !/^-[A-Za-z]+$/.test(operand.text))
        continue;
      report({
        at: placeAt(operand.pos, operand.end, frame),
        message: `'${operand.text}' has nothing to look at. Put its operand behind it.`,
      });
    }
  },
});
