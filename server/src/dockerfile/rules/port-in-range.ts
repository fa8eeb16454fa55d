import { quote } from '../../text/quote.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

const LAST_PORT = 65_535;

export const portInRange = dockerfileRule({
  id: 'port-in-range',
  summary: 'A port of EXPOSE is at most 65535.',
  why: 'There are no higher ports. Every build refuses them, so outside the profile hadolint the error of the language is all that is shown.',
  category: 'correctness',
  severity: 'error',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3011'],
  examples: [
    { bad: 'FROM debian:12\nEXPOSE 80 «80000»\n', good: 'FROM debian:12\nEXPOSE 80 8000\n', options: { exact: true } },
  ],
  check(file, report, options) {
    if (!options.exact) return;
    const reportOnce = reportIn(file, report, options);
    for (const expose of file.model.all('EXPOSE')) {
      const high = expose.words.find(({ text }) => isTooHigh(text));
      if (high === undefined) continue;
      reportOnce(expose, { at: high.span, message: `${quote(high.text)} is above the last port, ${LAST_PORT}.` });
    }
  },
});

/** A port or a range without variables. */
function isTooHigh(text: string): boolean {
  const numbers = /^(\d+)(?:-(\d+))?(?:\/\w+)?$/.exec(text);
  return numbers !== null && (Number(numbers[1]) > LAST_PORT || Number(numbers[2] ?? 0) > LAST_PORT);
}
