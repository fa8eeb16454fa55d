import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const noFixedPlatform = dockerfileRule({
  id: 'no-fixed-platform',
  summary: 'FROM does not fix a platform.',
  why: 'The image can then be built for that platform only, whatever --platform says; BUILDPLATFORM and TARGETPLATFORM follow the build.',
  category: 'correctness',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3029'],
  near: ['buildkit/FromPlatformFlagConstDisallowed'],
  examples: [
    {
      bad: 'FROM «--platform=linux/amd64» debian:12\n',
      good: 'FROM debian:12\n',
    },
    {
      bad: 'FROM «--platform=$WANTED» debian:12\n',
      good: 'FROM --platform=$BUILDPLATFORM debian:12\n',
      unfixed: true,
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const from of file.model.all('FROM')) {
      const { platform } = from;
      if (platform === undefined || /(?:BUILD|TARGET)PLATFORM/.test(platform.value?.text ?? '')) continue;
      reportOnce(from, {
        at: platform.span,
        message: `${quote(platform.value?.text ?? '')} fixes the platform. Leave it to '--platform' of the build.`,
        fixes: () => [
          {
            title: `Remove '--platform'`,
            safe: false,
            edits: [{ at: withBlanksBehind(file.text, platform.span), newText: '' }],
          },
        ],
      });
    }
  },
});

function withBlanksBehind(text: string, { start, end }: Span): Span {
  let behind = end;
  while (text[behind] === ' ' || text[behind] === '\t') behind++;
  return { start, end: behind };
}
