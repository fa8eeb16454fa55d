import type { WordShape } from '../../shell/commandShape.ts';
import { isList } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellPrintfArguments = shellRule({
  id: 'shell-printf-arguments',
  summary: 'printf gets as many arguments as its format has directives.',
  why: 'Arguments without a directive are not printed, and directives without an argument print nothing or 0.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2182', 'shellcheck/SC2183'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\nRUN printf «"user: "» "$(id -un)"\n',
      good: 'FROM debian:12\nRUN printf "user: %s\\n" "$(id -un)"\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN printf «"%s=%s\\n"» name > /etc/app.conf\n',
      good: 'FROM debian:12\nRUN printf "%s=%s\\n" name value > /etc/app.conf\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('printf')) {
      const index = args[0]?.text === '-v' ? 2 : args[0]?.text === '--' ? 1 : 0;
      const format = args[index];
      if (format?.node?.type !== 'Word' || !format.isLiteral) continue;
      const values = args.slice(index + 1);
      const wanted = directives(format.text);
      if (isEnough(wanted, values)) continue;
      const message =
        wanted.length === 0
          ? "The format has no directive such as '%s', so the arguments are not printed."
          : `The format has ${wanted.length} directives, but there ${values.length === 1 ? 'is 1 argument' : `are ${values.length} arguments`}.`;
      report({ at: { start: format.start, end: format.end, frame: entry.frame }, message });
    }
  },
});

/** The letters that take an argument, in order. */
function directives(format: string): readonly string[] {
  const letters: string[] = [];
  for (const match of format.matchAll(/%(?:%|[-#+ 0']*(\*|\d*)(?:\.(\*|\d*))?(\([^)]*\)T|[^%])?)/g)) {
    if (match[0] === '%%' || match[0] === '%') continue;
    const [, width, precision, letter = '%'] = match;
    for (const star of [width, precision]) if (star === '*') letters.push('*');
    letters.push(letter.at(-1) ?? letter);
  }
  return letters;
}

function isEnough(wanted: readonly string[], values: readonly WordShape[]): boolean {
  if (wanted.length === 0) return values.length === 0;
  if (values.some(isSeveral)) return true;
  if (values.length > 0 && values.length % wanted.length === 0) return true;
  return values.length < wanted.length && wanted.slice(values.length).every((letter) => letter === 'T');
}

/** May become any number of words. */
function isSeveral({ node }: WordShape): boolean {
  if (node?.type !== 'Word') return false;
  return (node.parts ?? []).some((part) => {
    switch (part.type) {
      case 'Glob':
      case 'ExtendedGlob':
      case 'BraceExpansion':
      case 'SimpleExpansion':
      case 'ParameterExpansion':
        return true;
      case 'DoubleQuoted':
        return part.parts.some(isList);
      default:
        return false;
    }
  });
}
