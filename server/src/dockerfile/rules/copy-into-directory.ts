import type { Fix } from '../../lint/rule.ts';
import { quote } from '../../text/quote.ts';
import type { PathArgument } from '../model/instructions.ts';
import { unquote } from '../model/quotes.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const copyIntoDirectory = dockerfileRule({
  id: 'copy-into-directory',
  summary: "The destination of a COPY with several sources ends in '/'.",
  why: 'Only the slash says that a directory is meant; builders without BuildKit refuse to copy several files without it.',
  category: 'correctness',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3021'],
  severityIn: { hadolint: 'error' },
  examples: [
    { bad: 'FROM debian:12\nCOPY a b «/app»\n', good: 'FROM debian:12\nCOPY a b /app/\n' },
    { bad: 'FROM debian:12\nCOPY ["a", "b", «"/app"»]\n', good: 'FROM debian:12\nCOPY ["a", "b", "/app/"]\n' },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const copy of file.model.all('COPY')) {
      const { destination, sources } = copy;
      if (destination === undefined || sources.length < 2 || unquote(destination.text).endsWith('/')) continue;
      reportOnce(copy, {
        at: destination.span,
        message: `${quote(unquote(destination.text))} takes several sources. End it with '/'.`,
        fixes: () => [fix(destination)],
      });
    }
  },
});

function fix({ source }: PathArgument): Fix {
  const quotes = /["']*$/.exec(source.text)?.[0].length ?? 0;
  const end = source.span(0, source.text.length).end - quotes;
  return { title: "Append '/'", safe: true, edits: [{ at: { start: end, end }, newText: '/' }] };
}
