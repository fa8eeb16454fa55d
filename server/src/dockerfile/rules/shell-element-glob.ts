import { hasGlob } from '../../shell/words.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellElementGlob = shellRule({
  id: 'shell-element-glob',
  summary: 'Elements of arrays are quoted as arguments of unset and read.',
  why: 'Unquoted brackets are a wildcard: a file of a matching name in the folder changes what is meant.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2184', 'shellcheck/SC2313'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN names=(a b) && unset «names[0]»\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN names=(a b) && unset \'names[0]\'\n',
    },
  ],
  find(facts, report) {
    for (const { name, args, entry } of facts.named('unset', 'read')) {
      for (const { node, start, end } of args) {
        if (node?.type !== 'Word' || !hasGlob(node)) continue;
        if (name === 'read' && /[$`]/.test(node.text)) continue;
        const isPlain = !/['"$`\\]/.test(node.text);
        report({
          at: placeAt(start, end, entry.frame),
          message: 'The shell takes this for a wildcard. Quote it.',
          fixes: () =>
            isPlain ? [{ title: 'Quote it', safe: true, edits: [{ start, end, newText: `'${node.text}'` }] }] : [],
        });
      }
    }
  },
});
