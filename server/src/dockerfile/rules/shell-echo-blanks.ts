import { placeOf, shellRule } from '../shellRule.ts';

export const shellEchoBlanks = shellRule({
  id: 'shell-echo-blanks',
  summary: 'Text with several blanks in a row is quoted.',
  why: 'The shell splits at blanks however many there are, and echo puts one between its arguments.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2291'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «echo name     value»\n',
      good: 'FROM debian:12\nRUN echo "name     value"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('echo')) {
      const text = entry.frame?.text ?? facts.text;
      const isSpaced = args.some(({ start }, index) => {
        const before = args[index - 1];
        return before !== undefined && /^(?:[ \t]{4,}|\t[ \t]+| +\t[ \t]*)$/.test(text.slice(before.end, start));
      });
      if (isSpaced) report({ at: placeOf(entry), message: 'Only one of the blanks is printed. Quote the text.' });
    }
  },
});
