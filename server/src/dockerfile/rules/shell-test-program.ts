import { posixUtilities } from '../../shell/programs.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellTestProgram = shellRule({
  id: 'shell-test-program',
  summary: 'Whether a command succeeds is asked without brackets.',
  why: '[ … ] compares texts; it runs no command.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC1014'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ «command» -v make ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if command -v make; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named('[')) {
      const [first] = node.args;
      if (first === undefined || !posixUtilities.has(first.text)) continue;
      report({
        at: placeAt(first.pos, first.end, entry.frame),
        message: `'[ … ]' runs no command. Write 'if ${first.text} …; then' instead.`,
      });
    }
  },
});
