import { composeRule } from '../rule.ts';

export const unusedAnchor = composeRule({
  id: 'unused-anchor',
  summary: 'Anchors should be used by an alias.',
  why: 'An anchor that nothing refers to has no effect; often the alias is missing or misspelt.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web: «&web»\n    image: nginx:1.27\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check({ tree }, report) {
    for (const { anchors, aliases } of tree.documents) {
      if (anchors.length === 0) continue;
      const used = new Set(aliases.map(({ name }) => name));
      for (const { anchor } of anchors) {
        if (!anchor || used.has(anchor.name)) continue;
        const { start, end } = anchor.at;
        const blank = tree.text[start - 1] === ' ' ? start - 1 : start;
        const edits = [{ at: { start: blank, end }, newText: '' }];
        report({
          at: anchor.at,
          message: `No alias uses the anchor '&${anchor.name}'. Remove it.`,
          tag: 'unnecessary',
          fixes: () => [{ title: `Remove '&${anchor.name}'`, safe: true, edits }],
        });
      }
    }
  },
});
