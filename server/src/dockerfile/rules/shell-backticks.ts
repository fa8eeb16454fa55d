import { placeOf, shellRule } from '../shellRule.ts';

export const shellBackticks = shellRule({
  id: 'shell-backticks',
  summary: 'Command substitutions are written $(…).',
  why: 'Backticks need escaping when nested, treat backslashes in their own way and are easily overlooked.',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2006'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN version=«`cat VERSION`» && echo "$version"\n',
      good: 'FROM debian:12\nRUN version=$(cat VERSION) && echo "$version"\n',
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('CommandExpansion')) {
      const { node } = entry;
      if (!node.text.startsWith('`')) continue;
      const isPlain = !node.text.includes('\\');
      report({
        at: placeOf(entry),
        message: "Write '$(…)' in place of backticks.",
        ...(isPlain && {
          fixes: () => [
            {
              title: "Replace the backticks by '$(…)'",
              safe: true,
              edits: [
                { start: node.pos, end: node.pos + 1, newText: '$(' },
                { start: node.end - 1, end: node.end, newText: ')' },
              ],
            },
          ],
        }),
      });
    }
  },
});
