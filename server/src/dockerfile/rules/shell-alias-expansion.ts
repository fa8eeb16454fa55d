import { flatParts } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellAliasExpansion = shellRule({
  id: 'shell-alias-expansion',
  summary: 'An alias is defined in single quotes.',
  why: 'In double quotes the shell puts in the value at the time of the definition, not when the alias is used.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2139'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN alias here="ls «$PWD»"\n',
      good: 'FROM debian:12\nRUN alias here=\'ls "$PWD"\'\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('alias')) {
      for (const { node } of args) {
        const word = node?.type === 'Assignment' ? node.value : node;
        if (word?.type !== 'Word' || !node?.text.includes('=')) continue;
        const part = flatParts(word).find(({ type }) => /Expansion$/.test(type) && type !== 'BraceExpansion');
        if (part === undefined) continue;
        report({
          at: placeOf({ node: part, frame: entry.frame }),
          message: 'This is expanded when the alias is defined, not when it is used. Use single quotes.',
        });
      }
    }
  },
});
