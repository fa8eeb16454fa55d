import { placeAt, shellRule } from '../shellRule.ts';

export const shellXargsReplace = shellRule({
  id: 'shell-xargs-replace',
  summary: 'xargs replaces with -I, not with -i.',
  why: 'GNU xargs keeps -i for old scripts, others do not know it.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2267'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN ls | xargs «-i» cp {} /srv\n',
      good: 'FROM debian:12\nRUN ls | xargs -I{} cp {} /srv\n',
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('xargs')) {
      for (const { text, start, end } of args) {
        if (!text.startsWith('-')) break;
        if (!/^-i/.test(text)) continue;
        const newText = `-I${text.slice(2) || '{}'}`;
        report({
          at: placeAt(start, end, entry.frame),
          message: "'-i' is deprecated. Use '-I{}'.",
          fixes: () => [{ title: `Write '${newText}'`, safe: text === '-i', edits: [{ start, end, newText }] }],
        });
      }
    }
  },
});
