import { dockerignoreRule } from '../rule.ts';

export const ignoreUnmatchedException = dockerignoreRule({
  id: 'ignore-unmatched-exception',
  summary: 'An exception should come behind the pattern it is an exception from.',
  why: 'The last pattern that matches decides, so an exception at the top of the file has no effect.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [{ bad: '«!README.md»\n*.md\n', good: '*.md\n!README.md\n' }],
  check({ patterns }, report) {
    for (const { isException, at, text } of patterns) {
      if (!isException) return;
      if (text === '') continue;
      report({ at, message: `Nothing above ignores '${text}', so the exception has no effect. Move it down.` });
    }
  },
});
