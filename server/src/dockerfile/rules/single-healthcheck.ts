import { removeLines } from '../../text/edit.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const singleHealthcheck = dockerfileRule({
  id: 'single-healthcheck',
  summary: 'A stage has one HEALTHCHECK.',
  why: 'Only the last one counts; those before it are never used.',
  category: 'correctness',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3012'],
  near: ['buildkit/MultipleInstructionsDisallowed'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\n«HEALTHCHECK» CMD ["old"]\nHEALTHCHECK CMD ["new"]\n',
      good: 'FROM debian:12\nHEALTHCHECK CMD ["new"]\n',
    },
    {
      bad: 'FROM debian:12\nHEALTHCHECK CMD ["old"]\n«HEALTHCHECK» CMD ["new"]\n',
      good: 'FROM debian:12\nHEALTHCHECK CMD ["new"]\n',
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const [earlier, later] of file.model.repeated('HEALTHCHECK')) {
      reportOnce(options.exact ? later : earlier, {
        at: options.exact ? later.keywordSpan : earlier.keywordSpan,
        message: 'Only the last HEALTHCHECK of a stage counts. Remove the one before.',
        tag: 'unnecessary',
        related: [{ at: options.exact ? earlier.keywordSpan : later.keywordSpan, message: 'The other HEALTHCHECK.' }],
        fixes: () => [
          { title: 'Remove the earlier HEALTHCHECK', safe: false, edits: [removeLines(file.text, earlier.span)] },
        ],
      });
    }
  },
});
