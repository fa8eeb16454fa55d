import { parsePlatform } from '../../image/platform.ts';
import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

export const fromPlatformFlagConstDisallowed = dockerfileRule({
  id: 'from-platform-flag-const-disallowed',
  summary: "FROM's '--platform' is not a fixed one.",
  why: "A fixed platform defeats 'docker build --platform': every build gets that one, emulated where the machine is another.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/FromPlatformFlagConstDisallowed'],
  near: ['hadolint/DL3029'],
  examples: [
    {
      bad: 'FROM «--platform=linux/amd64» alpine AS build\n',
      good: 'FROM alpine AS build\n',
    },
    {
      bad: 'FROM «--platform=linux/amd64» alpine AS build\n',
      good: 'FROM --platform=linux/amd64 alpine AS build-amd64\n',
      unfixed: true,
    },
  ],
  check({ model }, report) {
    for (const { platform, base, flags, stageName } of model.all('FROM')) {
      const value = platform?.value?.text;
      if (platform === undefined || value === undefined || value === '' || value.includes('$')) continue;
      const parsed = parsePlatform(value);
      if (parsed.kind !== 'platform') continue;
      const { os, architecture } = parsed.platform;
      const name = stageName?.name ?? '';
      // A name such as 'build-amd64' says that the stage is for that platform.
      if (name.includes(os) || (architecture !== undefined && name.includes(architecture))) continue;
      const end = base !== undefined && flags.at(-1) === platform ? base.span.start : platform.span.end;
      report({
        at: platform.span,
        message: `The platform ${quote(value)} is fixed. Remove the flag, use '$BUILDPLATFORM', or put the platform into the stage's name.`,
        fixes: () => [
          { title: 'Remove the flag', safe: false, edits: [{ at: { start: platform.span.start, end }, newText: '' }] },
          {
            title: "Replace with '$BUILDPLATFORM'",
            safe: false,
            edits: [{ at: platform.valueSpan ?? platform.span, newText: '$BUILDPLATFORM' }],
          },
        ],
      });
    }
  },
});
