import { placeOf, shellRule } from '../shellRule.ts';

export const shellArithmeticNumber = shellRule({
  id: 'shell-arithmetic-number',
  summary: 'Arithmetic has whole decimal numbers.',
  why: 'The shell knows no decimals, and takes a number with a leading 0 for an octal one.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2079', 'shellcheck/SC2080'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo $((«3 * 1.5»))\n',
      good: 'FROM debian:12\nRUN echo "3 * 1.5" | bc\n',
      unfixed: true,
    },
    { bad: 'FROM debian:12\nRUN echo $((«08» + 1))\n', good: 'FROM debian:12\nRUN echo $((8 + 1))\n', unfixed: true },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('ArithmeticWord')) {
      const isDecimal = /(?:^|[^\w.])\d+\.\d/.test(node.value);
      if (!isDecimal && !/^0\d*[89]\d*$/.test(node.value)) continue;
      report({
        at: placeOf({ node, frame }),
        message: isDecimal
          ? "The shell only calculates with whole numbers. Use 'bc' or 'awk'."
          : 'A number that begins with 0 is octal. Remove the 0.',
      });
    }
  },
});
