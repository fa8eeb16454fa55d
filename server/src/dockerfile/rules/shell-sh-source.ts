import { placeAt, shellRule } from '../shellRule.ts';

export const shellShSource = shellRule({
  id: 'shell-sh-source',
  summary: "Scripts for sh read other scripts with '.', not with source.",
  why: "dash stops with 'source: not found'.",
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC3046', 'shellcheck/SC3051'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «source /etc/os-release» && echo "$ID"\n',
      good: 'FROM debian:12\nRUN . /etc/os-release && echo "$ID"\n',
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { node, nameWord, entry } of facts.named('source')) {
      report({
        at: placeAt(node.pos, node.end, entry.frame),
        message: "A POSIX shell has no 'source'. Write '.'.",
        fixes: () => [
          { title: "Write '.'", safe: true, edits: [{ start: nameWord.pos, end: nameWord.end, newText: '.' }] },
        ],
      });
    }
  },
});
