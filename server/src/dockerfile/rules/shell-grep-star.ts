import { grepPattern } from '../../shell/programs.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellGrepStar = shellRule({
  id: 'shell-grep-star',
  summary: "'*' in a pattern of grep repeats what stands before it.",
  why: "As a wildcard it means any text; in a regular expression that is '.*'.",
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2022'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN grep «"lib*"» list\n',
      good: 'FROM debian:12\nRUN grep "lib.*" list\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const command of facts.named('grep')) {
      if (command.args.some(({ text }) => /^-[A-Za-z]*F|^--fixed-strings$/.test(text))) continue;
      const pattern = grepPattern(command);
      if (pattern === undefined || /[$`]/.test(pattern.node?.text ?? '') || !looksLikeGlob(pattern.text)) continue;
      report({
        at: placeAt(pattern.start, pattern.end, command.entry.frame),
        message: "'*' repeats the character before it. Use '.*' for any text.",
      });
    }
  },
});

function looksLikeGlob(pattern: string): boolean {
  return /[A-Za-z0-9][*]/.test(pattern) && !/^[*]|^.[*]$|[.][*]|[\\^$+[\](){}]/.test(pattern);
}
