import { composeRule } from '../rule.ts';

export const obsoleteVersion = composeRule({
  id: 'obsolete-version',
  summary: "The top-level 'version' should be removed.",
  why: 'Compose has ignored it since 2020, warns about it on every command, and it misleads readers about what the file may use.',
  category: 'deprecation',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['dclint/no-version-field'],
  severityIn: { dclint: 'error' },
  examples: [
    {
      bad: '«version: "3.8"»\n\nservices:\n  web:\n    image: nginx:1.27\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check({ model, text, lines }, report) {
    for (const root of model.roots) {
      const entry = root.entries.find(({ name }) => name === 'version');
      if (!entry) continue;
      report({
        at: entry.at,
        message: "'version' is obsolete and ignored. Remove it.",
        tag: 'deprecated',
        fixes: () => {
          if (root.flow) return [];
          const first = lines.lineAt(entry.at.start);
          let next = lines.lineAt(entry.at.end) + 1;
          // The blank line that set it off goes with it.
          const isSetOff = first === 0 || text.slice(lines.start(first - 1), lines.end(first - 1)).trim() === '';
          if (isSetOff && next < lines.count && text.slice(lines.start(next), lines.end(next)).trim() === '') next++;
          const at = { start: lines.start(first), end: next < lines.count ? lines.start(next) : text.length };
          return [{ title: "Remove 'version'", safe: true, edits: [{ at, newText: '' }] }];
        },
      });
    }
  },
});
