import { placeOf, shellRule } from '../shellRule.ts';

export const shellTempfile = shellRule({
  id: 'shell-tempfile',
  summary: 'Temporary files are made with mktemp.',
  why: 'tempfile is deprecated and gone from current Debian.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2186'],
  examples: [{ bad: 'FROM debian:12\nRUN «tempfile»\n', good: 'FROM debian:12\nRUN mktemp\n', unfixed: true }],
  find(facts, report) {
    for (const { entry } of facts.named('tempfile')) {
      report({ at: placeOf(entry), message: "'tempfile' is deprecated. Use 'mktemp'." });
    }
  },
});
