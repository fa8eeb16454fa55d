import { slipIn } from '../../shell/slips.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellAmpersandSemicolon = shellRule({
  id: 'shell-ampersand-semicolon',
  summary: "There is no ';' behind '&'.",
  why: '& ends a command itself.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1045'],
  examples: [{ bad: 'FROM debian:12\nRUN server &«;» client\n', good: 'FROM debian:12\nRUN server & client\n' }],
  find(facts, report) {
    const slip = slipIn(facts);
    if (slip?.kind !== 'ampersand-semicolon') return;
    report({
      at: placeAt(slip.start, slip.end),
      message: "'&' already ends the command. Remove the ';'.",
      fixes: () => [{ title: "Remove ';'", safe: true, edits: [{ start: slip.start, end: slip.end, newText: '' }] }],
    });
  },
});
