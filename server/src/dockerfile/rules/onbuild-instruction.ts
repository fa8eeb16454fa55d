import { quote } from '../../text/quote.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const onbuildInstruction = dockerfileRule({
  id: 'onbuild-instruction',
  summary: 'ONBUILD does not hold ONBUILD, FROM or MAINTAINER.',
  why: 'Those cannot be run later. Every build refuses them, so outside the profile hadolint the error of the language is all that is shown.',
  category: 'correctness',
  severity: 'error',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3043'],
  examples: [
    {
      bad: 'FROM debian:12\nONBUILD «ONBUILD» RUN make\n',
      good: 'FROM debian:12\nONBUILD RUN make\n',
      options: { exact: true },
    },
  ],
  check(file, report, options) {
    if (!options.exact) return;
    const reportOnce = reportIn(file, report, options);
    for (const onbuild of file.model.all('ONBUILD')) {
      const { trigger } = onbuild;
      if (trigger === undefined || !['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger.keyword)) continue;
      reportOnce(onbuild, {
        at: trigger.keywordSpan,
        message: `${quote(trigger.node.keywordText)} cannot stand behind ONBUILD.`,
        fixes: () => {
          if (trigger.keyword !== 'ONBUILD' || trigger.trigger === undefined) return [];
          const at = { start: trigger.keywordSpan.start, end: trigger.trigger.keywordSpan.start };
          return [{ title: 'Remove one ONBUILD', safe: false, edits: [{ at, newText: '' }] }];
        },
      });
    }
  },
});
