import { quote } from '../../text/quote.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const fromFirst = dockerfileRule({
  id: 'from-first',
  summary: 'Nothing but ARG stands before the first FROM.',
  why: 'There is no stage yet to work on. Every build refuses it, so outside the profile hadolint the error of the language is all that is shown.',
  category: 'correctness',
  severity: 'error',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3061'],
  examples: [
    {
      bad: 'ARG V=12\n«RUN» make\nFROM debian:$V\n',
      good: 'ARG V=12\nFROM debian:$V\nRUN make\n',
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    if (!options.exact) return;
    const reportOnce = reportIn(file, report, options);
    for (const instruction of file.model.preamble) {
      if (instruction.keyword === 'ARG') continue;
      reportOnce(instruction, {
        at: instruction.keywordSpan,
        message: `${quote(instruction.node.keywordText)} stands before the first FROM. Move it behind one.`,
      });
    }
  },
});
