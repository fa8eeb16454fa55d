/** Runs the examples of rules as mocha tests, strictly; imported by tests only. */
import assert from 'node:assert/strict';
import { applyEdits } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import type { Diagnostic, LogFailure } from './diagnostics.ts';
import { gatherFixes, preferredFix } from './fix.ts';
import type { ErrorFacts, Linted, SourceFile } from './linted.ts';
import { byPlace } from './places.ts';
import { type Category, defaultRuleOptions, type Example, type Rule, type RuleOptions } from './rule.ts';
import { lint } from './run.ts';
import { isSeverity, type Level } from './severity.ts';

/** The outside world of a test: a folder held in memory. It has the shape of the server's `Host`. */
export interface MemoryHost {
  readFile(uri: string): Promise<string | undefined>;
  list(uri: string): Promise<readonly { name: string; isDirectory: boolean }[] | undefined>;
  imageTags(repository: string): Promise<undefined>;
  images(): Promise<undefined>;
}

type Surroundings = Readonly<Record<string, unknown>>;

/** What of a language the tests need. */
export interface Testable<File extends SourceFile> extends Linted<File> {
  readonly id: string;
  parse(uri: string, text: string, surroundings?: Surroundings): File;
  surroundings?(file: File, host: MemoryHost): Promise<Surroundings>;
}

type Files = Readonly<Record<string, string>>;

const FOLDER = 'file:///project';
const FILE_NAMES: Readonly<Record<string, string>> = { compose: 'compose.yaml', dockerignore: '.dockerignore' };

/** Cuts the markers `«…»` out of a text; they may nest, and `«»` marks a place. */
export function unmark(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') open.push(text.length);
    else if (character === '»') {
      const start = open.pop();
      assert.ok(start !== undefined, `a » without « in ${marked}`);
      spans.push({ start, end: text.length });
    } else text += character;
  }
  assert.equal(open.length, 0, `a « without » in ${marked}`);
  return { text, spans: spans.sort(byPlace) };
}

/** Puts markers around spans, so that a failing test shows where the findings are. */
export function mark(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    // At one place, what ends comes before what begins; an empty span opens before it closes.
    { at: start, order: start === end ? 1 : 2, sign: start === end ? '«»' : '«' },
    ...(start === end ? [] : [{ at: end, order: 0, sign: '»' }]),
  ]);
  let result = text;
  for (const { at, sign } of marks.sort((a, b) => b.at - a.at || b.order - a.order)) {
    result = result.slice(0, at) + sign + result.slice(at);
  }
  return result;
}

/** Contents by relative path, and the folders that follow from them, under `file:///project`. */
export function memoryHost(files: Files): MemoryHost {
  const folders = new Map<string, Map<string, boolean>>([[FOLDER, new Map()]]);
  const texts = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    let folder = FOLDER;
    parts.forEach((part, index) => {
      const isDirectory = index < parts.length - 1 || path.endsWith('/');
      folders.get(folder)?.set(part, isDirectory);
      folder += `/${part}`;
      if (isDirectory && !folders.has(folder)) folders.set(folder, new Map());
    });
    if (!path.endsWith('/')) texts.set(folder, text);
  }
  const plain = (uri: string): string => decodeURIComponent(new URL(uri).href).replace(/\/+$/, '');
  return {
    readFile: async (uri) => texts.get(plain(uri)),
    list: async (uri) => {
      const entries = folders.get(plain(uri));
      return entries && [...entries].map(([name, isDirectory]) => ({ name, isDirectory }));
    },
    imageTags: async () => undefined,
    images: async () => undefined,
  };
}

function onlyRule<File extends SourceFile>(
  { rules }: Linted<File>,
  ruleId: string,
  options: Partial<RuleOptions> = {},
): Configuration {
  const levels: Record<string, Level> = {};
  for (const { id } of rules) levels[id] = id === ruleId ? 'on' : 'off';
  return { ...defaultConfiguration, levels: [levels], options: { ...defaultRuleOptions, ...options } };
}

const failure: LogFailure = (ruleId, error) => {
  throw new Error(`${ruleId} threw`, { cause: error });
};

async function lintWith<File extends SourceFile>(
  language: Testable<File>,
  text: string,
  configuration: Configuration,
  ruleId: string,
  files?: Files,
  name = FILE_NAMES[language.id] ?? 'Dockerfile',
): Promise<readonly Diagnostic[]> {
  const uri = `${FOLDER}/${name}`;
  let file = language.parse(uri, text);
  if (files !== undefined && language.surroundings !== undefined) {
    const surroundings = await language.surroundings(file, memoryHost({ [name]: text, ...files }));
    file = language.parse(uri, text, surroundings);
  }
  return lint(language, file, configuration, failure).filter((diagnostic) => diagnostic.ruleId === ruleId);
}

export interface CheckOptions {
  readonly options?: Partial<RuleOptions>;
  /** Other files of the folder, by relative path. Folders end in `/`. */
  readonly files?: Files;
  /** Relative path of the checked file; `Dockerfile`, `compose.yaml` or `.dockerignore` unless told. */
  readonly name?: string;
  /** The text after the preferred fixes. */
  readonly fixed?: string;
  /** The messages, in order of place. */
  readonly messages?: readonly string[];
}

/** Asserts that a rule, or a kind of language error, reports exactly the spans marked with «…». */
export async function check<File extends SourceFile>(
  language: Testable<File>,
  ruleId: string,
  marked: string,
  { options, files, name, fixed, messages }: CheckOptions = {},
): Promise<readonly Diagnostic[]> {
  assert.ok(
    language.rules.some(({ id }) => id === ruleId) || language.errorFacts.some(({ id }) => id === ruleId),
    `there is no rule '${ruleId}'`,
  );
  const { text, spans } = unmark(marked);
  const configuration = onlyRule(language, ruleId, options);
  const found = await lintWith(language, text, configuration, ruleId, files, name);
  assert.equal(
    mark(
      text,
      found.map(({ at }) => at),
    ),
    mark(text, spans),
  );
  if (messages !== undefined)
    assert.deepEqual(
      found.map(({ message }) => message),
      messages,
    );
  for (const { message } of found) assertMessage(message);
  if (fixed !== undefined) {
    const lintAgain = (next: string): Promise<readonly Diagnostic[]> =>
      lintWith(language, next, configuration, ruleId, files, name);
    assert.equal(await applyPreferred(text, found, lintAgain), fixed);
  }
  return found;
}

/** A text marked as for `check`, with what `check` is to know besides; a text without marks must have no finding. */
export type Case = string | readonly [marked: string, options: CheckOptions];

/** Makes one test for each case of a rule or kind of language error. */
export function checkCases<File extends SourceFile>(
  language: Testable<File>,
  ruleId: string,
  cases: readonly Case[],
): void {
  describe(`rule ${ruleId}`, () => {
    for (const entry of cases) {
      const [marked, options] = typeof entry === 'string' ? [entry, {}] : entry;
      it(JSON.stringify(marked).slice(1, 101), () => check(language, ruleId, marked, options));
    }
  });
}

/** Fixes touching each other need a second look; a bounded number of rounds keeps a rule that undoes itself visible. */
async function applyPreferred(
  text: string,
  found: readonly Diagnostic[],
  lintAgain: (text: string) => Promise<readonly Diagnostic[]>,
): Promise<string> {
  let current = text;
  let diagnostics = found;
  for (let round = 0; round < 10; round++) {
    const { edits, more } = gatherFixes(diagnostics, preferredFix);
    current = applyEdits(current, edits);
    if (!more) break;
    diagnostics = await lintAgain(current);
  }
  return current;
}

function assertMessage(message: string): void {
  assert.match(message, /^[\p{Lu}'$\d]/u, `starts in sentence case: ${message}`);
  assert.match(message, /\.$/, `ends with a full stop: ${message}`);
  assert.doesNotMatch(message, /\n/, `is one line: ${message}`);
}

const CATEGORIES: readonly Category[] = [
  'correctness',
  'security',
  'reproducibility',
  'cache',
  'size',
  'style',
  'deprecation',
  'shell',
];

/** Makes one test per fact sheet and example of every rule and language error. */
export function checkExamples<File extends SourceFile>(language: Testable<File>): void {
  for (const rule of language.rules) {
    describe(`rule ${rule.id}`, () => {
      it('has proper facts', () => assertFacts(language, rule));
      rule.examples.forEach((example, index) => {
        it(`example ${index + 1}`, () => assertExample(language, rule, example));
      });
      it(rule.fixable ? 'shows a fix' : 'offers no fix', () => assertFixable(language, rule));
    });
  }
  for (const facts of language.errorFacts) {
    describe(`error ${facts.id}`, () => {
      it('has proper facts', () => assertText(facts));
      facts.examples.forEach((example, index) => {
        it(`example ${index + 1}`, () => assertExample(language, facts, example));
      });
    });
  }
}

function assertText({ id, summary, why, examples }: Pick<ErrorFacts, 'id' | 'summary' | 'why' | 'examples'>): void {
  assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/, 'the id is in kebab case');
  assert.match(summary, /\.$/, 'the summary is a sentence');
  assert.match(why, /\.$/, 'why is a sentence');
  assert.ok(examples.length > 0, 'there is an example');
}

function assertFacts<File extends SourceFile>(language: Testable<File>, rule: Rule<File>): void {
  assertText(rule);
  assert.ok(isSeverity(rule.severity));
  assert.ok(CATEGORIES.includes(rule.category));
  const ids = [...language.rules.map(({ id }) => id), ...language.errorFacts.map(({ id }) => id)];
  assert.equal(ids.filter((id) => id === rule.id).length, 1, 'the id is unique');
  const aliases = [...(rule.same ?? []), ...(rule.near ?? [])];
  assert.equal(new Set(aliases).size, aliases.length, 'no alias is there twice');
  for (const alias of aliases) {
    assert.match(
      alias,
      /^(hadolint\/DL\d{4}|shellcheck\/SC\d{4}|buildkit\/[A-Z]\w+|dclint\/[a-z-]+)$/,
      `'${alias}' names a rule of a tool`,
    );
  }
}

async function assertExample<File extends SourceFile>(
  language: Testable<File>,
  facts: Rule<File> | ErrorFacts,
  example: Example,
): Promise<void> {
  const { bad, good, options, files } = example;
  const fixable = 'fixable' in facts && facts.fixable;
  assert.ok(unmark(bad).spans.length > 0, 'bad marks what is reported');
  await check(language, facts.id, bad, {
    ...(options && { options }),
    ...(files && { files }),
    ...(fixable && good !== undefined && !example.unfixed && { fixed: good }),
  });
  if (good !== undefined) {
    assert.equal(unmark(good).text, good, 'good has no markers');
    await check(language, facts.id, good, { ...(options && { options }), ...(files && { files }) });
  }
}

async function assertFixable<File extends SourceFile>(language: Testable<File>, rule: Rule<File>): Promise<void> {
  let shown = false;
  for (const { bad, good, unfixed, options, files } of rule.examples) {
    const found = await lintWith(language, unmark(bad).text, onlyRule(language, rule.id, options), rule.id, files);
    const fixes = found.flatMap((diagnostic) => diagnostic.fixes?.() ?? []);
    for (const { title, edits } of fixes) {
      assert.match(title, /^\p{Lu}/u, `the title starts in sentence case: ${title}`);
      assert.doesNotMatch(title, /\.$/, `the title has no full stop: ${title}`);
      assert.ok(edits.length > 0, `'${title}' edits something`);
    }
    assert.ok(rule.fixable || fixes.length === 0, 'a rule that offers a fix says that it is fixable');
    if (fixes.length > 0 && good !== undefined && !unfixed) shown = true;
  }
  assert.equal(shown, rule.fixable, 'a fixable rule has an example whose fix gives good');
}
