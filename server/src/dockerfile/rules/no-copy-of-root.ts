import type { Dockerfile } from '../model/dockerfile.ts';
import type { Copy } from '../model/instructions.ts';
import { unquote } from '../model/quotes.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const noCopyOfRoot = dockerfileRule({
  id: 'no-copy-of-root',
  summary: 'COPY --from does not copy a whole root file system over another.',
  why: 'It brings along all that stages are there to leave behind, and it overwrites what the base image had.',
  category: 'size',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3067'],
  examples: [
    {
      bad: 'FROM debian:12 AS build\nFROM debian:12\nCOPY --from=build «/» /\n',
      good: 'FROM debian:12 AS build\nFROM debian:12\nCOPY --from=build /app /\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const copy of file.model.all('COPY')) {
      if (copy.from === undefined || unquote(copy.destination?.text ?? '') !== '/') continue;
      const root = copy.sources.find(({ text }) => unquote(text) === '/');
      if (root === undefined || (!options.exact && isMadeForIt(copy, file.model))) continue;
      reportOnce(copy, { at: root.span, message: "'/' copies the whole file system. Name what is needed." });
    }
  },
});

/** A stage that begins with nothing holds what was put there for this, and so does an image that is only copied from. */
function isMadeForIt(copy: Copy, { references }: Dockerfile): boolean {
  const stage = references.find(({ instruction }) => instruction === copy)?.target;
  const image = stage === undefined ? copy.from?.value?.text : stage.root.baseText;
  return stage?.root.isScratch === true || /(?:^|\/)tonistiigi\/xx(?::|@|$)/.test(image ?? '');
}
