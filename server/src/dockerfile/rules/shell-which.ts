import { placeOf, shellRule } from '../shellRule.ts';

export const shellWhich = shellRule({
  id: 'shell-which',
  summary: "Programs are looked for with 'command -v', not with 'which'.",
  why: "'which' is a program of its own that smaller images lack; 'command -v' is part of every shell.",
  severity: 'info',
  recommended: false,
  optional: true,
  fixable: true,
  same: ['shellcheck/SC2230'],
  examples: [
    { bad: 'FROM debian:12\nRUN «which» curl\n', good: 'FROM debian:12\nRUN command -v curl\n' },
    { bad: 'FROM debian:12\nRUN «which» -a curl\n' },
  ],
  find(facts, report) {
    for (const { nameWord, args, entry, wrappers } of facts.named('which')) {
      if (wrappers.length > 0) continue;
      const edits = [{ start: nameWord.pos, end: nameWord.end, newText: 'command -v' }];
      const isSimple = args.length === 1 && args[0]?.text.startsWith('-') === false;
      report({
        at: placeOf({ node: nameWord, frame: entry.frame }),
        message: "Use 'command -v', which every shell knows.",
        ...(isSimple && { fixes: () => [{ title: "Use 'command -v'", safe: false, edits }] }),
      });
    }
  },
});
