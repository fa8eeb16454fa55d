import { quote } from '../../text/quote.ts';
import { hadolintBase } from '../model/hadolintBase.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const noCopyFromOwnStage = dockerfileRule({
  id: 'no-copy-from-own-stage',
  summary: 'A stage does not copy from itself.',
  why: 'It does not exist until it is finished. Every build refuses that, so outside the profile hadolint the error of the language is all that is shown.',
  category: 'correctness',
  severity: 'error',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3023'],
  examples: [
    {
      bad: 'FROM debian:12 AS build\nCOPY --from=«build» /a /b\n',
      good: 'FROM debian:12 AS build\nFROM debian:12\nCOPY --from=build /a /b\n',
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    if (!options.exact) return;
    const reportOnce = reportIn(file, report, options);
    for (const copy of file.model.all('COPY')) {
      const value = copy.from?.value;
      if (value === undefined || copy.stage === undefined) continue;
      if (hadolintBase(copy.stage.from).alias !== value.text) continue;
      reportOnce(copy, {
        at: value.span(0, value.text.length),
        message: `${quote(value.text)} is this stage itself. Copy from another one.`,
      });
    }
  },
});
