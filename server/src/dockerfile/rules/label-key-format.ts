import { quote } from '../../text/quote.ts';
import type { Pair } from '../model/instructions.ts';
import { withoutQuotes } from '../model/quotes.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const labelKeyFormat = dockerfileRule({
  id: 'label-key-format',
  summary: "A label's key follows Docker's guideline: lower-case letters, digits, single dots and dashes.",
  why: 'Tools that read labels expect keys in that form, and three namespaces are reserved for Docker itself.',
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3048'],
  examples: [
    {
      bad: 'FROM debian:12\nLABEL «Org.Example.Version»=1\n',
      good: 'FROM debian:12\nLABEL org.example.version=1\n',
    },
    { bad: 'FROM debian:12\nLABEL «com.docker.mine»=1 «_x»=2\n' },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const label of file.model.all('LABEL')) {
      for (const pair of label.pairs) {
        const key = withoutQuotes(pair.key.text);
        const problem = problemOf(key);
        if (problem === undefined) continue;
        reportOnce(label, {
          at: pair.keySpan,
          message: `The key ${quote(key)} ${problem}.`,
          fixes: () => (problemOf(key.toLowerCase()) === undefined ? [lowerCase(pair)] : []),
        });
      }
    }
  },
});

function problemOf(key: string): string | undefined {
  if (!/^[a-z]/.test(key)) return 'must begin with a lower-case letter';
  if (!/[a-z0-9]$/.test(key)) return 'must end in a lower-case letter or a digit';
  if (/[^0-9a-z._/-]/.test(key)) return "may hold only lower-case letters, digits, '.', '_', '/' and '-'";
  if (/^(?:com\.docker|io\.docker|org\.dockerproject)\./.test(key)) return 'is in a namespace reserved for Docker';
  return /\.\.|--/.test(key) ? "must not have two '.' or '-' in a row" : undefined;
}

function lowerCase({ key, keySpan }: Pair) {
  const edits = [{ at: keySpan, newText: key.text.toLowerCase() }];
  return { title: 'Write the key in lower case', safe: false, edits };
}
