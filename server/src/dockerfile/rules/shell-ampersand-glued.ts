import { placeAt, shellRule } from '../shellRule.ts';

export const shellAmpersandGlued = shellRule({
  id: 'shell-ampersand-glued',
  summary: "Addresses with '&' are quoted.",
  why: "'&' ends the command and runs it in the background, also in the middle of an address.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC1132'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN curl -o app https://example.com/get?name=app«&»os=linux\n',
      good: 'FROM debian:12\nRUN curl -o app "https://example.com/get?name=app&os=linux"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, parent, frame } of facts.all('Statement')) {
      if (!node.background) continue;
      const text = frame?.text ?? facts.text;
      const at = text.indexOf('&', node.command.end);
      if (at === -1 || at >= (parent?.node.end ?? text.length) || !/^(?!\d+[<>])\w/.test(text.slice(at + 1, at + 12)))
        continue;
      if (/^(?:amp|lt|gt);/.test(text.slice(at + 1, at + 5))) continue;
      report({
        at: placeAt(at, at + 1, frame),
        message: "'&' runs what stands before it in the background. Quote the address, or put a blank behind it.",
      });
    }
  },
});
