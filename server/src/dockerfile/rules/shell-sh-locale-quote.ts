import { placeOf, shellRule } from '../shellRule.ts';

export const shellShLocaleQuote = shellRule({
  id: 'shell-sh-locale-quote',
  summary: 'Scripts for sh have no translated strings such as $"…".',
  why: 'dash and BusyBox ash print the dollar sign.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3004'],
  examples: [
    { bad: 'FROM debian:12\nRUN echo «$"ready"»\n', good: 'FROM debian:12\nRUN echo "ready"\n', unfixed: true },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const entry of facts.all('LocaleString')) {
      report({ at: placeOf(entry), message: 'A POSIX shell has no translated strings. Remove the dollar sign.' });
    }
  },
});
