import { shellRule } from '../shellRule.ts';

export const shellShExponent = shellRule({
  id: 'shell-sh-exponent',
  summary: 'Scripts for sh have no ** in arithmetic.',
  why: 'dash reports an arithmetic error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3019'],
  examples: [
    { bad: 'FROM debian:12\nRUN echo $((2«**»10))\n', good: 'FROM debian:12\nRUN echo $((1 << 10))\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { node, frame } of facts.all('ArithmeticBinary')) {
      if (node.operator !== '**') continue;
      report({
        at: facts.operatorPlace(node.left.end, node.right.pos, '**', frame),
        message: "A POSIX shell has no '**'. Multiply, or use 'bc'.",
      });
    }
  },
});
