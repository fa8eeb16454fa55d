/** A language of one word per line, to test linting without a real one; imported by tests only. */
import { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import type { CheckDirective, Linted, SourceFile, SuppressionComment } from './linted.ts';
import { defaultRuleOptions, type FileRule, type Finding } from './rule.ts';

export interface ToyFile extends SourceFile {
  readonly words: readonly { readonly at: Span; readonly text: string }[];
}

/** Lines that begin with `#` are comments; a word behind ` # ` has a trailing comment; `STAGE` begins a stage. */
export function parseToy(text: string): ToyFile {
  const lines = new Lines(text);
  const words: ToyFile['words'][number][] = [];
  for (let line = 0; line < lines.count; line++) {
    const at = lines.span(line);
    const code = text.slice(at.start, at.end).split('#')[0]?.trimEnd() ?? '';
    const indent = code.length - code.trimStart().length;
    const word = { start: at.start + indent, end: at.start + code.length };
    if (word.end > word.start) words.push({ at: word, text: text.slice(word.start, word.end) });
  }
  return { uri: 'file:///project/toy', text, lines, words };
}

export function toyComments(file: ToyFile): SuppressionComment[] {
  const comments: SuppressionComment[] = [];
  const stages = file.words.filter(({ text }) => text.startsWith('STAGE')).map(({ at }) => at.start);
  for (let line = 0; line < file.lines.count; line++) {
    const { start, end } = file.lines.span(line);
    const sign = file.text.slice(start, end).indexOf('#');
    if (sign === -1) continue;
    const at = { start: start + sign, end };
    const trailing = file.text.slice(start, at.start).trim() !== '';
    const next = file.words.find((word) => word.at.start > (trailing ? start - 1 : at.start))?.at;
    const anchor = next !== undefined && stages.includes(next.start) ? next.start : at.start;
    const stageStart = stages.filter((stage) => stage <= anchor).at(-1);
    const stageEnd = stages.find((stage) => stage > anchor);
    const stage =
      stageStart === undefined ? undefined : { start: stageStart, end: (stageEnd ?? file.text.length + 1) - 1 };
    const text = file.text.slice(at.start + 1, end).trim();
    comments.push({ at, text, next, trailing, ...(stage && { stage }) });
  }
  return comments;
}

type ToyFacts = Partial<Omit<FileRule<ToyFile>, 'check'>> & { readonly id: string };

/** A rule that reports every word equal to, or beginning with, `word`. */
export function wordRule(word: string, facts: ToyFacts, finding: Partial<Finding> = {}): FileRule<ToyFile> {
  return {
    summary: `No ${word}.`,
    why: 'Because.',
    category: 'style',
    severity: 'warning',
    recommended: true,
    fixable: false,
    examples: [],
    ...facts,
    check(file, report) {
      for (const { at, text } of file.words) {
        if (text.startsWith(word)) report({ at, message: `Do not write '${text}'.`, ...finding });
      }
    },
  };
}

export interface Toy extends Linted<ToyFile> {
  readonly id: string;
  parse(uri: string, text: string): ToyFile;
}

/** `!` is an error of the language. */
export function toy(rules: readonly FileRule<ToyFile>[], directives: readonly CheckDirective[] = []): Toy {
  return {
    id: 'toy',
    parse: (_, text) => parseToy(text),
    rules,
    errorFacts: [{ id: 'shouting', summary: 'No shouting.', why: 'It is loud.', examples: [{ bad: 'a\n«!»' }] }],
    errors: ({ words }) =>
      words
        .filter(({ text }) => text === '!')
        .map(({ at }) => ({ id: 'shouting', severity: 'error', at, message: 'Do not shout.' })),
    comments: toyComments,
    checkDirectives: () => directives,
  };
}

export function configured(configuration: Partial<Configuration> = {}): Configuration {
  return { ...defaultConfiguration, options: defaultRuleOptions, ...configuration };
}
