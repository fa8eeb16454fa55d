import { quote } from '../../text/quote.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellRmSystem = shellRule({
  id: 'shell-rm-system',
  summary: 'Folders of the system are not removed as a whole.',
  why: 'rm -r on /usr, /lib or /etc leaves an image that does not run; often a blank splits a longer path in two.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2114'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN rm -rf «/usr» /share/doc\n',
      good: 'FROM debian:12\nRUN rm -rf /usr/share/doc\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('rm')) {
      if (!args.some(({ text }) => /^-[A-Za-z]*[rR]|^--recursive$/.test(text))) continue;
      for (const { text, start, end } of args) {
        if (!isSystem(text)) continue;
        report({
          at: placeAt(start, end, entry.frame),
          message: `This removes ${quote(text)}, a folder of the system. Check the path for a blank too many.`,
        });
      }
    }
  },
});

function isSystem(text: string): boolean {
  return /^\/+$|^\/+(?:bin|boot|dev|etc|home|lib|mnt|usr|usr\/+(?:bin|lib|local|share)|var|var\/+lib)\/*$/.test(text);
}
