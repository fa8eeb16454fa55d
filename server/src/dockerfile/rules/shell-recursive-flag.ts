import { placeAt, shellRule } from '../shellRule.ts';

export const shellRecursiveFlag = shellRule({
  id: 'shell-recursive-flag',
  summary: 'chmod goes into folders with -R, not with -r.',
  why: "'chmod -r' takes away the right to read.",
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2253'],
  examples: [{ bad: 'FROM debian:12\nRUN chmod «-r» 755 /srv\n', good: 'FROM debian:12\nRUN chmod -R 755 /srv\n' }],
  find(facts, report) {
    for (const { args, entry } of facts.named('chmod')) {
      const flag = args.find(({ text }) => text === '-r');
      if (flag === undefined || flag !== args[0]) continue;
      const { start, end } = flag;
      report({
        at: placeAt(start, end, entry.frame),
        message: "'-r' takes away the right to read. Use '-R' to go into folders, or 'a-r'.",
        fixes: () => [{ title: "Write '-R'", safe: false, edits: [{ start, end, newText: '-R' }] }],
      });
    }
  },
});
