import { dockerignoreRule } from '../rule.ts';

export const ignoreCommentPlace = dockerignoreRule({
  id: 'ignore-comment-place',
  summary: 'Comments in ignore files must begin at the very start of a line.',
  why: "Anywhere else the '#' is part of a pattern, which then matches nothing.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    { bad: 'dist\n  «# built files»\n', good: 'dist\n# built files\n' },
    { bad: 'dist «# built files»\n', good: '# built files\ndist\n' },
  ],
  check({ patterns, lines }, report) {
    for (const { at, body, text } of patterns) {
      const sign = text.startsWith('#') ? 0 : text.search(/\s#\s/) + 1;
      if (sign === 0 && !text.startsWith('#')) continue;
      const start = lines.start(lines.lineAt(at.start));
      const comment = { start: body.start + sign, end: body.end };
      report({
        at: comment,
        message: "This is no comment but part of a pattern. Begin the line with '#'.",
        fixes: () => {
          const title = 'Make it a comment of its own';
          if (sign === 0) return [{ title, safe: true, edits: [{ at: { start, end: at.start }, newText: '' }] }];
          const edits = [
            { at: { start, end: start }, newText: `${text.slice(sign)}\n` },
            { at: { start: body.start + text.slice(0, sign).trimEnd().length, end: body.end }, newText: '' },
          ];
          return [{ title, safe: true, edits }];
        },
      });
    }
  },
});
