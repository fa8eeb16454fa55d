import { placeAt, shellRule } from '../shellRule.ts';

export const shellIfsEscape = shellRule({
  id: 'shell-ifs-escape',
  summary: 'IFS is given real line breaks and tabs.',
  why: "The shell takes '\\n' in quotes for a backslash and the letter n, and splits at these.",
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2141'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN IFS=«\'\\n\'»; for line in $(id); do echo "$line"; done\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN IFS=$\'\\n\'; for line in $(id); do echo "$line"; done\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Assignment')) {
      if (node.name !== 'IFS' || node.value.type !== 'Word' || !/^[^$`]*\\[A-Za-z0-9]/.test(node.value.text)) continue;
      if (node.value.parts?.some((part) => part.type === 'AnsiCQuoted')) continue;
      report({
        at: placeAt(node.value.pos, node.value.end, frame),
        message: "This is a backslash and a letter. Use $'…', or printf in a substitution.",
      });
    }
  },
});
