import { flatParts, isList } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellSshExpansion = shellRule({
  id: 'shell-ssh-expansion',
  summary: 'It is on purpose that variables in a command for ssh are expanded here.',
  why: 'In double quotes this shell expands them, not the one at the other end.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2029'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN ssh host "echo «$HOSTNAME»"\n',
      good: "FROM debian:12\nRUN ssh host 'echo $HOSTNAME'\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('ssh')) {
      if (args.length < 2 || args.some(({ text }) => text.startsWith('-'))) continue;
      const word = args.at(-1)?.node;
      if (word?.type !== 'Word' || !word.parts?.every((part) => part.type === 'DoubleQuoted')) continue;
      const part = flatParts(word).find(({ type }) => /Expansion$/.test(type));
      if (part === undefined || isList(part)) continue;
      report({
        at: placeOf({ node: part, frame: entry.frame }),
        message: "This is expanded here, before 'ssh' runs. Use single quotes to expand it at the other end.",
      });
    }
  },
});
