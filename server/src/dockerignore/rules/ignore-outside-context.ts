import { dockerignoreRule } from '../rule.ts';

export const ignoreOutsideContext = dockerignoreRule({
  id: 'ignore-outside-context',
  summary: 'Patterns should stay inside the build context.',
  why: "Paths are relative to the build context and nothing above it is sent, so a pattern that begins with '..' matches nothing.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [{ bad: '«../secrets»\n', good: 'secrets\n' }],
  check({ patterns }, report) {
    for (const { cleaned, body, text } of patterns) {
      if (cleaned !== '..' && !cleaned.startsWith('../')) continue;
      report({ at: body, message: `'${text}' is outside the build context and matches nothing. Remove it.` });
    }
  },
});
