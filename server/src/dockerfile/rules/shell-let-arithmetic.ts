import { placeOf, shellRule } from '../shellRule.ts';

export const shellLetArithmetic = shellRule({
  id: 'shell-let-arithmetic',
  summary: 'Arithmetic is done with ((…)), not with let.',
  why: 'The words of let are split and expanded as those of any command; in ((…)) nothing needs quotes.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2219'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN «let jobs=2+2» && make -j "$jobs"\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN ((jobs = 2 + 2)) && make -j "$jobs"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.isPosix) return;
    for (const { entry } of facts.named('let')) {
      report({ at: placeOf(entry), message: "Use '((…))' instead of 'let'." });
    }
  },
});
