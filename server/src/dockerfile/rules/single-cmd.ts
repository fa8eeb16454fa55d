import { removeLines } from '../../text/edit.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const singleCmd = dockerfileRule({
  id: 'single-cmd',
  summary: 'A stage has one CMD.',
  why: 'Only the last one counts; those before it are never used.',
  category: 'correctness',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL4003'],
  near: ['buildkit/MultipleInstructionsDisallowed'],
  examples: [
    {
      bad: 'FROM debian:12\n«CMD» ["old"]\nCMD ["new"]\n',
      good: 'FROM debian:12\nCMD ["new"]\n',
    },
    {
      bad: 'FROM debian:12\nCMD ["old"]\n«CMD» ["new"]\n',
      good: 'FROM debian:12\nCMD ["new"]\n',
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const [earlier, later] of file.model.repeated('CMD')) {
      reportOnce(options.exact ? later : earlier, {
        at: options.exact ? later.keywordSpan : earlier.keywordSpan,
        message: 'Only the last CMD of a stage counts. Remove the one before.',
        tag: 'unnecessary',
        related: [{ at: options.exact ? earlier.keywordSpan : later.keywordSpan, message: 'The other CMD.' }],
        fixes: () => [{ title: 'Remove the earlier CMD', safe: false, edits: [removeLines(file.text, earlier.span)] }],
      });
    }
  },
});
