import { placeAt, shellRule } from '../shellRule.ts';

export const shellSetAssignment = shellRule({
  id: 'shell-set-assignment',
  summary: 'Variables are assigned without set.',
  why: "'set name=value' sets the first positional parameter to that text.",
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2121'],
  examples: [{ bad: 'FROM debian:12\nRUN set «FLAGS=-O2» && make\n', good: 'FROM debian:12\nRUN FLAGS=-O2 && make\n' }],
  find(facts, report) {
    for (const { args, nameWord, entry } of facts.named('set')) {
      const [first] = args;
      if (first?.node === undefined) continue;
      const isAssignment = /^\$?\w+\+?=/.test(first.node.text);
      if (!isAssignment && (args.length === 1 || !/^\w/.test(first.node.text))) continue;
      report({
        at: placeAt(first.start, first.end, entry.frame),
        message: "'set' assigns no variables. Write 'name=value' alone, or 'set --' for positional parameters.",
        fixes: () =>
          isAssignment && args.length === 1
            ? [{ title: "Remove 'set'", safe: false, edits: [{ start: nameWord.pos, end: first.start, newText: '' }] }]
            : [],
      });
    }
  },
});
