import { quote } from '../../text/quote.ts';
import { shellRule } from '../shellRule.ts';

export const shellTestConnector = shellRule({
  id: 'shell-test-connector',
  summary: 'Several tests are joined with && and ||.',
  why: 'How -a and -o are read is not well defined; they are marked obsolescent in POSIX.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2166'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ -f a «-a» -f b ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ -f a ] && [ -f b ]; then make; fi\n',
    },
  ],
  find(facts, report) {
    for (const { kind, connectors, frame } of facts.conditions) {
      if (kind !== '[') continue;
      for (const { text, start, end } of connectors) {
        const joined = text === '-a' ? '&&' : '||';
        report({
          at: { start, end, frame },
          message: `${quote(text)} is not well defined. Write '[ … ] ${joined} [ … ]'.`,
          fixes: () =>
            connectors.length === 1
              ? [{ title: `Use '${joined}'`, safe: false, edits: [{ start, end, newText: `] ${joined} [` }] }]
              : [],
        });
      }
    }
  },
});
