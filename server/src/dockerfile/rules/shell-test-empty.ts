import { placeOf, shellRule } from '../shellRule.ts';

export const shellTestEmpty = shellRule({
  id: 'shell-test-empty',
  summary: 'Conditions are not empty.',
  why: '[ ] is always false; the command false says so.',
  severity: 'style',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2212'],
  examples: [
    { bad: 'FROM debian:12\nRUN if «[ ]»; then make; fi\n', good: 'FROM debian:12\nRUN if false; then make; fi\n' },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named('[')) {
      if (node.args.length !== 1 || node.args[0]?.text !== ']') continue;
      const { pos: start, end } = node;
      report({
        at: placeOf(entry),
        message: "This is always false. Use 'false'.",
        fixes: () =>
          node.redirects.length > 0
            ? []
            : [{ title: "Write 'false'", safe: true, edits: [{ start, end, newText: 'false' }] }],
      });
    }
  },
});
