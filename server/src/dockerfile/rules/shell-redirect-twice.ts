import { redirectsOf, streamOf } from '../../shell/redirects.ts';
import { shellRule } from '../shellRule.ts';

export const shellRedirectTwice = shellRule({
  id: 'shell-redirect-twice',
  summary: 'A stream is redirected once.',
  why: 'Only the last redirection counts; the other file stays empty. tee writes to several.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2261'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make «>» log «>» /dev/stdout\n',
      good: 'FROM debian:12\nRUN make | tee log\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { redirects, frame } of redirectsOf(facts)) {
      if (redirects.length < 2 || redirects.some(({ operator }) => operator === '>&' || operator === '<&')) continue;
      const counts = new Map<number, number>();
      for (const redirect of redirects) {
        for (const stream of streamOf(redirect)) counts.set(stream, (counts.get(stream) ?? 0) + 1);
      }
      for (const redirect of redirects) {
        if (!streamOf(redirect).some((stream) => (counts.get(stream) ?? 0) > 1)) continue;
        const start = redirect.descriptor?.end ?? redirect.pos;
        report({
          at: { start, end: start + redirect.operator.length, frame },
          message: 'The same stream is redirected twice. Only the last one counts.',
        });
      }
    }
  },
});
