import type { Fix } from '../../lint/rule.ts';
import { lineBreakOf } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import { contains, type Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Env, Pair } from '../model/instructions.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const envSelfReference = dockerfileRule({
  id: 'env-self-reference',
  summary: 'ENV does not use a variable that the same ENV sets.',
  why: 'All values of an ENV are worked out before any of them is set, so the variable has the value it had before: mostly none.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3044'],
  severityIn: { hadolint: 'error' },
  examples: [
    {
      bad: 'FROM debian:12\nENV HOME=/opt/app BIN=«$HOME»/bin\n',
      good: 'FROM debian:12\nENV HOME=/opt/app\nENV BIN=$HOME/bin\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { env, name, at } of options.exact ? referencesAsHadolint(file) : references(file)) {
      reportOnce(env, {
        at,
        message: `${quote(name)} gets its value only behind this ENV. Set it in an ENV of its own before.`,
        fixes: () => fixes(file.text, env, name, at),
      });
    }
  },
});

interface Reference {
  readonly env: Env;
  readonly name: string;
  readonly at: Span;
}

/** Uses of names that nothing but another pair of the same ENV declares. */
function references({ model }: DockerfileFile): Reference[] {
  const found: Reference[] = [];
  if (!model.all('ENV').some(({ pairs, node }) => pairs.length > 1 && node.head.text.includes('$'))) return found;
  let current: Env | undefined;
  let definitions: Definitions = new Map();
  for (const { instruction: env, variable, name, span: at } of model.variables.uses) {
    if (env.keyword !== 'ENV' || variable !== undefined) continue;
    if (env !== current) definitions = definitionsOf(env);
    current = env;
    if (definitions.get(name)?.some(({ span }) => !contains(span, at)) === true) found.push({ env, name, at });
  }
  return found;
}

/** A name that any ENV or ARG before has set is fine, in whatever stage. */
function referencesAsHadolint({ model }: DockerfileFile): Reference[] {
  const found: Reference[] = [];
  const known = new Set<string>();
  for (const instruction of model.instructions) {
    if (instruction.keyword === 'ARG') for (const { name } of instruction.declarations.slice(0, 1)) known.add(name);
    if (instruction.keyword !== 'ENV') continue;
    const definitions = definitionsOf(instruction);
    for (const pair of instruction.pairs) {
      const { value } = pair;
      for (const { 0: text, 1: braced, 2: plain, index } of value?.text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g) ?? []) {
        const name = braced ?? plain ?? '';
        if (known.has(name) || definitions.get(name)?.some((definition) => definition !== pair) !== true) continue;
        if (value !== undefined) found.push({ env: instruction, name, at: value.span(index, index + text.length) });
      }
    }
    for (const name of definitions.keys()) known.add(name);
  }
  return found;
}

/** At most two pairs for each name: whether another one than a given one sets it is all that counts. */
type Definitions = ReadonlyMap<string, readonly Pair[]>;

function definitionsOf({ pairs }: Env): Definitions {
  const definitions = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const list = definitions.get(pair.key.text);
    if (list === undefined) definitions.set(pair.key.text, [pair]);
    else if (list.length < 2) list.push(pair);
  }
  return definitions;
}

/** Splits the ENV before the pair that uses the name. */
function fixes(text: string, env: Env, name: string, at: Span): readonly Fix[] {
  const index = env.pairs.findIndex(({ span }) => contains(span, at));
  const before = env.pairs[index - 1];
  const user = env.pairs[index];
  if (user === undefined || before === undefined) return [];
  if (!env.pairs.slice(0, index).some(({ key }) => key.text === name)) return [];
  const gap = { start: before.span.end, end: user.span.start };
  if (text.slice(gap.start, gap.end).includes('#')) return [];
  const newText = `${lineBreakOf(text)}${env.node.keywordText} `;
  return [{ title: `Set ${quote(name)} in an ENV of its own`, safe: false, edits: [{ at: gap, newText }] }];
}
