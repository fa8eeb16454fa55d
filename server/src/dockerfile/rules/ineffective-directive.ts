import { parseCheck } from '../model/checkDirective.ts';
import { checkComments, checkValue, commentsWithEquals } from '../model/comments.ts';
import { dockerfileRule } from '../rule.ts';

export const ineffectiveDirective = dockerfileRule({
  id: 'ineffective-directive',
  summary: 'Directives stand where a build reads them, and it reads all of them.',
  why: "A build looks for directives in the first lines only, up to the first other comment, blank line or instruction; '# check=' works above an instruction too. Anywhere else they are comments, and nobody says so.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: '# My image\n# «syntax=docker/dockerfile:1»\nFROM alpine\n',
      good: '# syntax=docker/dockerfile:1\n# My image\nFROM alpine\n',
      unfixed: true,
    },
    {
      bad: '# check=skip=StageNameCasing,« FromAsCasing»\nFROM alpine\n',
      good: '# check=skip=StageNameCasing,FromAsCasing\nFROM alpine\n',
    },
    {
      bad: 'FROM alpine\n  # «check=skip=JSONArgsRecommended»\nCMD app\n',
      good: 'FROM alpine\n# check=skip=JSONArgsRecommended\nCMD app\n',
    },
  ],
  check({ model }, report) {
    const { text: file, instructions } = model.lookAt('comments');
    for (const { text, start } of checkComments(model)) {
      const space = text.indexOf(' ');
      // A remark may follow; names and options lost are no remark.
      if (
        space === -1 ||
        !/^[ \t]*(?:[A-Z][A-Za-z]+[ \t]*(?:[,;]|$)|(?:skip|experimental|error)=)/.test(text.slice(space))
      )
        continue;
      if (!/[,;=]$/.test(text.slice(0, space)) && !/^[ \t]*(?:skip|experimental|error)=/.test(text.slice(space)))
        continue;
      const blank = { start: start + space, end: start + space + (/^[ \t]+/.exec(text.slice(space))?.[0].length ?? 0) };
      report({
        at: { start: start + space, end: start + text.length },
        message: 'A build reads this directive up to the first blank, so the rest is lost. Remove the blank.',
        fixes: () => [{ title: 'Remove the blank', safe: true, edits: [{ at: blank, newText: '' }] }],
      });
    }
    const first = instructions[0]?.span.start ?? file.length;
    for (const comment of commentsWithEquals(model)) {
      const { text, span, indented } = comment;
      const at = { start: span.end - text.length, end: span.end };
      if (/^(?:syntax[ \t]*=[ \t]*[\w./:@-]+|escape[ \t]*=[ \t]*[`\\])$/i.test(text)) {
        report({
          at,
          message:
            span.start < first
              ? 'Something stands before this directive, so it is a comment. Move it to the first line.'
              : 'Behind an instruction this is a comment, no directive. Move it to the first line.',
        });
      } else if (
        indented &&
        checkValue(comment) !== undefined &&
        parseCheck(checkValue(comment)?.text ?? '').kind === 'options'
      ) {
        const lineStart = file.lastIndexOf('\n', span.start - 1) + 1;
        report({
          at,
          message: "A build does not read an indented '# check='. Remove the blanks before it.",
          fixes: () => [
            {
              title: 'Remove the blanks',
              safe: true,
              edits: [{ at: { start: lineStart, end: span.start }, newText: '' }],
            },
          ],
        });
      }
    }
  },
});
