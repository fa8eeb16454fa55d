import { type Binding, expand } from '../model/expansion.ts';
import type { From } from '../model/instructions.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

/** Stands for a value that nothing else can have. */
const TARGET = '\0';

export const redundantTargetPlatform = dockerfileRule({
  id: 'redundant-target-platform',
  summary: "FROM does not say '--platform=$TARGETPLATFORM'.",
  why: 'The target platform is what FROM takes without being told.',
  category: 'style',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/RedundantTargetPlatform', 'hadolint/DL3065'],
  examples: [
    { bad: 'FROM «--platform=$TARGETPLATFORM» alpine\n', good: 'FROM alpine\n' },
    { bad: 'FROM «--platform="${TARGETPLATFORM:-linux/amd64}"» alpine AS x\n', good: 'FROM alpine AS x\n' },
  ],
  check(file, report, options) {
    const put = reportIn(file, report, options);
    for (const from of file.model.all('FROM')) {
      const { platform, base } = from;
      if (platform?.value === undefined || !isTarget(from, platform.value, options.exact)) continue;
      const end = base !== undefined && from.flags.at(-1) === platform ? base.span.start : platform.span.end;
      put(from, {
        at: platform.span,
        message: 'FROM takes the target platform without being told. Remove the flag.',
        tag: 'unnecessary',
        fixes: () => [
          { title: 'Remove the flag', safe: true, edits: [{ at: { start: platform.span.start, end }, newText: '' }] },
        ],
      });
    }
  },
});

function isTarget(
  { node, stage, platform }: From,
  value: NonNullable<From['platform']>['value'],
  exact: boolean,
): boolean {
  if (value === undefined) return false;
  if (exact) {
    const written = node.fileText.slice(platform?.valueSpan?.start, platform?.valueSpan?.end);
    return written === '$TARGETPLATFORM' || written === '${TARGETPLATFORM}';
  }
  if (!value.text.includes('TARGETPLATFORM')) return false;
  // A global ARG of that name may give it another value.
  const declared = stage?.dockerfile.variables.global('TARGETPLATFORM')?.value;
  if (declared?.kind === 'text') return false;
  const lookup = (name: string): Binding => (name === 'TARGETPLATFORM' ? { kind: 'text', text: TARGET } : undefined);
  const { value: result, uses } = expand(value, node.escape, lookup);
  return result === TARGET && uses.every(({ name }) => name === 'TARGETPLATFORM');
}
