import { apostropheOf, slipIn } from '../../shell/slips.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellApostrophe = shellRule({
  id: 'shell-apostrophe',
  summary: 'Single quotes hold no apostrophe.',
  why: "In single quotes nothing is special but the next single quote: in 'don't' the text ends behind the n.",
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1011'],
  examples: [
    {
      bad: "FROM debian:12\nRUN echo 'Don«'»t run this'\n",
      good: "FROM debian:12\nRUN echo 'Don'\\''t run this'\n",
    },
  ],
  find(facts, report) {
    const { text } = facts;
    const slip = slipIn(facts);
    const found = (start: number, isSure: boolean): void =>
      report({
        at: placeAt(start, start + 1),
        message: "This ends the quoted text. Write '\\'' for an apostrophe, or use double quotes.",
        ...(!isSure && { exactOnly: true }),
        fixes: () => [{ title: "Write '\\''", safe: false, edits: [{ start, end: start + 1, newText: "'\\''" }] }],
      });
    if (slip?.kind === 'apostrophe') found(slip.start, true);
    // A script that can be read may well mean it.
    for (const { node, frame } of facts.all('SingleQuoted')) {
      const at = node.end - 1;
      if (frame === undefined && apostropheOf(text, at)) found(at, false);
    }
  },
});
