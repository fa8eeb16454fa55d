import { removeLines } from '../../text/edit.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const singleEntrypoint = dockerfileRule({
  id: 'single-entrypoint',
  summary: 'A stage has one ENTRYPOINT.',
  why: 'Only the last one counts; those before it are never used.',
  category: 'correctness',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL4004'],
  near: ['buildkit/MultipleInstructionsDisallowed'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\n«ENTRYPOINT» ["old"]\nENTRYPOINT ["new"]\n',
      good: 'FROM debian:12\nENTRYPOINT ["new"]\n',
    },
    {
      bad: 'FROM debian:12\nENTRYPOINT ["old"]\n«ENTRYPOINT» ["new"]\n',
      good: 'FROM debian:12\nENTRYPOINT ["new"]\n',
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const [earlier, later] of file.model.repeated('ENTRYPOINT')) {
      reportOnce(options.exact ? later : earlier, {
        at: options.exact ? later.keywordSpan : earlier.keywordSpan,
        message: 'Only the last ENTRYPOINT of a stage counts. Remove the one before.',
        tag: 'unnecessary',
        related: [{ at: options.exact ? earlier.keywordSpan : later.keywordSpan, message: 'The other ENTRYPOINT.' }],
        fixes: () => [
          { title: 'Remove the earlier ENTRYPOINT', safe: false, edits: [removeLines(file.text, earlier.span)] },
        ],
      });
    }
  },
});
