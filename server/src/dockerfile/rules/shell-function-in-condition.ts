import { placeOf, shellRule } from '../shellRule.ts';

export const shellFunctionInCondition = shellRule({
  id: 'shell-function-in-condition',
  summary: 'A function that relies on set -e is not called in a condition.',
  why: 'Whatever fails inside of a function does not end the script while its status is looked at.',
  severity: 'info',
  recommended: false,
  optional: true,
  fixable: false,
  same: ['shellcheck/SC2310'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN set -e; build() { cd src; make; }; «build» || echo failed\n',
      good: 'FROM debian:12\nRUN set -e; build() { cd src; make; }; build\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.exitsOnError) return;
    for (const { nameWord, entry } of facts.calls) {
      if (!facts.isErrexitIgnored(entry)) continue;
      report({
        at: placeOf({ node: nameWord, frame: entry.frame }),
        message: "In a condition 'set -e' does not count inside of this function. Call it in a command of its own.",
      });
    }
  },
});
