import { placeOf, shellRule } from '../shellRule.ts';

export const shellShCaseFallthrough = shellRule({
  id: 'shell-sh-case-fallthrough',
  summary: "Branches of a case end in ';;' in sh.",
  why: "';&' and ';;&' are those of bash.",
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2127'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «case "$(uname -m)" in arm64) make a;& *) make b;; esac»\n',
      good: 'FROM debian:12\nRUN case "$(uname -m)" in arm64) make a; make b;; *) make b;; esac\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.isPosix) return;
    for (const entry of facts.all('Case')) {
      const isOpen = entry.node.items.some(({ terminator }) => terminator === ';&' || terminator === ';;&');
      if (isOpen) report({ at: placeOf(entry), message: "Only bash knows ';&' and ';;&'. Use ';;'." });
    }
  },
});
