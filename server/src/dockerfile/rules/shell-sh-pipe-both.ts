import { shellRule } from '../shellRule.ts';

export const shellShPipeBoth = shellRule({
  id: 'shell-sh-pipe-both',
  summary: 'Both outputs are piped with 2>&1 |, not with |&.',
  why: 'dash and BusyBox ash report a syntax error.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3029'],
  examples: [
    { bad: 'FROM debian:12\nRUN make «|&» tee build.log\n', good: 'FROM debian:12\nRUN make 2>&1 | tee build.log\n' },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { node, frame } of facts.all('Pipeline')) {
      node.operators.forEach((operator, index) => {
        const [before, after] = [node.commands[index], node.commands[index + 1]];
        if (operator !== '|&' || before === undefined || after === undefined) return;
        const at = facts.operatorPlace(before.end, after.pos, '|&', frame);
        report({
          at,
          message: "A POSIX shell has no '|&'. Write '2>&1 |'.",
          fixes: () => [
            { title: "Write '2>&1 |'", safe: true, edits: [{ start: at.start, end: at.end, newText: '2>&1 |' }] },
          ],
        });
      });
    }
  },
});
