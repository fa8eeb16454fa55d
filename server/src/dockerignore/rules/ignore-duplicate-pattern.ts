import type { Pattern } from '../file.ts';
import { dockerignoreRule } from '../rule.ts';

export const ignoreDuplicatePattern = dockerignoreRule({
  id: 'ignore-duplicate-pattern',
  summary: 'A pattern should not be repeated.',
  why: 'The last pattern that matches decides, so an earlier equal one has no effect.',
  category: 'style',
  severity: 'style',
  recommended: true,
  fixable: true,
  examples: [{ bad: 'dist\nbuild\n«dist/»\n', good: 'dist\nbuild\n' }],
  check({ patterns, lines, text }, report) {
    const seen = new Map<string, Pattern>();
    for (const pattern of patterns) {
      // An exception in between may have let something through again.
      if (pattern.isException) seen.clear();
      if (pattern.cleaned === '') continue;
      const key = `${pattern.isException ? '!' : ''}${pattern.cleaned}`;
      const first = seen.get(key);
      if (!first) {
        seen.set(key, pattern);
        continue;
      }
      const line = lines.lineAt(pattern.at.start);
      const end = line + 1 < lines.count ? lines.start(line + 1) : text.length;
      report({
        at: pattern.at,
        message: `'${first.text}' is already there. Remove this one.`,
        tag: 'unnecessary',
        related: [{ at: first.at, message: 'First pattern' }],
        fixes: () => [
          { title: 'Remove the pattern', safe: true, edits: [{ at: { start: lines.start(line), end }, newText: '' }] },
        ],
      });
    }
  },
});
