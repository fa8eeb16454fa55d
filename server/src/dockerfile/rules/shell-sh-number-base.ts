import { placeOf, shellRule } from '../shellRule.ts';

export const shellShNumberBase = shellRule({
  id: 'shell-sh-number-base',
  summary: 'Scripts for sh write numbers in base 8, 10 or 16.',
  why: 'dash reports an arithmetic error.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3052'],
  examples: [
    { bad: 'FROM debian:12\nRUN echo $((«16#ff»))\n', good: 'FROM debian:12\nRUN echo $((0xff))\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const entry of facts.all('ArithmeticWord')) {
      if (!/^\d+#/.test(entry.node.value)) continue;
      report({
        at: placeOf(entry),
        message: "A POSIX shell has no 'base#number'. Write '0x…' for a hexadecimal number.",
      });
    }
  },
});
