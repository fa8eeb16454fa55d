import { placeAt, shellRule } from '../shellRule.ts';

export const shellFindPath = shellRule({
  id: 'shell-find-path',
  summary: 'find is told where to look.',
  why: 'Only GNU find and BusyBox look in the current folder by themselves.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2185'],
  examples: [{ bad: 'FROM debian:12\nRUN «find» -name "*.o"\n', good: 'FROM debian:12\nRUN find . -name "*.o"\n' }],
  find(facts, report) {
    for (const { args, nameWord, entry } of facts.named('find')) {
      const first = args.find(({ text }) => !/^-(?:[HLPEXdfsx]+|D|O\d)$/.test(text));
      if (first !== undefined && !/^[-!()]/.test(first.text)) continue;
      const { pos, end } = nameWord;
      const before = args.indexOf(first ?? nothing);
      const at = before > 0 ? (args[before - 1]?.end ?? end) : end;
      report({
        at: placeAt(pos, end, entry.frame),
        message: "Some implementations of 'find' need a folder. Write 'find .'.",
        fixes: () => [{ title: "Add '.'", safe: true, edits: [{ start: at, end: at, newText: ' .' }] }],
      });
    }
  },
});

const nothing = { text: '', start: 0, end: 0, isLiteral: true, node: undefined };
