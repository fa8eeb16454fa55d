import assert from 'node:assert/strict';
import type { Configuration } from './configuration.ts';
import type { FileRule, Sieve, StatementRule } from './rule.ts';
import { lint } from './run.ts';
import { configured, parseToy, type ToyFile, toy, wordRule } from './toy.ts';

const noLog = (ruleId: string, error: unknown): void => assert.fail(`${ruleId}: ${error}`);

function findings(
  rules: readonly FileRule<ToyFile>[],
  text: string,
  configuration: Partial<Configuration> = {},
): string[] {
  return lint(toy(rules), parseToy(text), configured(configuration), noLog).map(
    ({ ruleId, severity, at }) => `${ruleId} ${severity} ${at.start}-${at.end}`,
  );
}

describe('lint', () => {
  it('reports in order of place, errors of the language included', () => {
    const rules = [wordRule('b', { id: 'bee' }), wordRule('a', { id: 'ay' })];
    assert.deepEqual(findings(rules, 'b\n!\na\n'), ['bee warning 0-1', 'shouting error 2-3', 'ay warning 4-5']);
  });

  it('runs a rule that is a matter of taste only where it is named', () => {
    const rules = [wordRule('a', { id: 'taste', optional: true, same: ['shellcheck/SC2250'] })];
    for (const profile of ['recommended', 'strict', 'hadolint'] as const) {
      assert.deepEqual(findings(rules, 'a', { profile }), []);
      assert.deepEqual(findings(rules, 'a', { profile, levels: [{ taste: 'on' }] }), ['taste warning 0-1']);
      assert.deepEqual(findings(rules, 'a', { profile, levels: [{ SC2250: 'info' }] }), ['taste info 0-1']);
    }
  });

  it('gives everything a diagnostic needs', () => {
    const fixes = () => [{ title: 'Fix', safe: true, edits: [] }];
    const related = [{ at: { start: 0, end: 1 }, message: 'here' }];
    const rule = wordRule(
      'a',
      { id: 'ay', same: ['hadolint/DL1'], near: ['buildkit/X'] },
      { fixes, related, tag: 'deprecated' },
    );
    assert.deepEqual(lint(toy([rule]), parseToy('a'), configured(), noLog), [
      {
        ruleId: 'ay',
        aliases: ['hadolint/DL1', 'buildkit/X'],
        severity: 'warning',
        message: "Do not write 'a'.",
        at: { start: 0, end: 1 },
        suppressible: true,
        fixes,
        related,
        tag: 'deprecated',
      },
    ]);
  });

  it('lets an error of the language silence what finds the same, except in the profile of the tool', () => {
    const rules = [wordRule('!', { id: 'twin', same: ['buildkit/Loud'] }), wordRule('!', { id: 'other' })];
    const [shouting] = toy([]).errorFacts;
    const language = {
      ...toy(rules),
      errorFacts: shouting === undefined ? [] : [{ ...shouting, same: ['buildkit/Loud'] }],
    };
    const ids = (profile: Configuration['profile']) =>
      lint(language, parseToy('a\n!'), configured({ profile }), noLog).map(({ ruleId }) => ruleId);
    assert.deepEqual(ids('recommended'), ['shouting', 'other']);
    assert.deepEqual(ids('buildkit'), ['shouting', 'twin']);
  });

  it('logs a rule that throws and keeps what the others find', () => {
    const broken: FileRule<ToyFile> = {
      ...wordRule('a', { id: 'broken' }),
      check: () => {
        throw new Error('oh');
      },
    };
    const logged: string[] = [];
    const found = lint(toy([broken, wordRule('a', { id: 'ay' })]), parseToy('a'), configured(), (id, error) =>
      logged.push(`${id}: ${error}`),
    );
    assert.deepEqual(
      found.map(({ ruleId }) => ruleId),
      ['ay'],
    );
    assert.deepEqual(logged, ['broken: Error: oh']);
  });

  it('survives a language that throws on comments or errors', () => {
    const language = {
      ...toy([wordRule('a', { id: 'ay' })]),
      comments: () => {
        throw new Error('comments');
      },
      errors: () => {
        throw new Error('errors');
      },
    };
    const logged: string[] = [];
    const found = lint(language, parseToy('a'), configured(), (id) => logged.push(id));
    assert.deepEqual(
      found.map(({ ruleId }) => ruleId),
      ['ay'],
    );
    assert.deepEqual(logged, ['errors', 'suppressions']);
  });

  it('reports a finding once when two rules know it, preferring the rule that has it as its own', () => {
    const near = wordRule('a', { id: 'ay', near: ['hadolint/DL1'] });
    const own = wordRule('a', { id: 'zed', same: ['hadolint/DL1'] });
    assert.deepEqual(findings([near, own], 'a\nab\nb'), ['zed warning 0-1', 'zed warning 2-4']);
    const second = wordRule('ab', { id: 'zzz', same: ['hadolint/DL1'] });
    assert.deepEqual(findings([near, second], 'a\nab'), ['ay warning 0-1', 'zzz warning 2-4']);
    assert.deepEqual(findings([own, second], 'ab'), ['zed warning 0-2']);
    assert.deepEqual(findings([near, own], 'a', { levels: [{ zed: 'off' }] }), ['ay warning 0-1']);
  });

  it('keeps a finding when two rules come before each other by different names', () => {
    const first = wordRule('a', { id: 'first', same: ['hadolint/DL1'], near: ['buildkit/B'] });
    const second = wordRule('a', { id: 'second', same: ['buildkit/B'], near: ['hadolint/DL1'] });
    assert.deepEqual(findings([first, second], 'a'), ['first warning 0-1']);
  });

  it('does not drop the finding of a rule whose relative is silenced by its own name', () => {
    const own = wordRule('a', { id: 'own', same: ['hadolint/DL1'] });
    const near = wordRule('a', { id: 'near', near: ['hadolint/DL1'] });
    assert.deepEqual(findings([own, near], '# dockwright ignore=own\na'), []);
  });
});

describe('levels and profiles', () => {
  const rules = [
    wordRule('a', { id: 'ay', same: ['hadolint/DL3001', 'buildkit/Ay'], severityIn: { hadolint: 'info' } }),
    wordRule('b', { id: 'bee', recommended: false, near: ['hadolint/DL3002'], severity: 'error' }),
    wordRule('c', {
      id: 'cee',
      recommended: false,
      same: ['buildkit/Cee'],
      severityIn: { buildkit: 'off' },
      severity: 'style',
    }),
    wordRule('d', { id: 'dee', recommended: false, same: ['dclint/no-dee'], severityIn: { dclint: 'error' } }),
    wordRule('e', { id: 'eee', recommended: false, same: ['shellcheck/SC2086'], severity: 'info' }),
  ];
  const graded = (configuration: Partial<Configuration>): string[] =>
    findings(rules, 'a\nb\nc\nd\ne', configuration).map((finding) => finding.replace(/ \d.*/, ''));

  it('runs the rules of each profile at its severities', () => {
    assert.deepEqual(graded({}), ['ay warning']);
    assert.deepEqual(graded({ profile: 'strict' }), [
      'ay warning',
      'bee error',
      'cee style',
      'dee warning',
      'eee info',
    ]);
    assert.deepEqual(graded({ profile: 'hadolint' }), ['ay info', 'eee info']);
    assert.deepEqual(graded({ profile: 'buildkit' }), ['ay warning']);
    assert.deepEqual(graded({ profile: 'dclint' }), ['dee error']);
  });

  it('takes levels by id and by the names of other tools', () => {
    assert.deepEqual(graded({ levels: [{ ay: 'off', bee: 'on', cee: 'info' }] }), ['bee error', 'cee info']);
    assert.deepEqual(graded({ levels: [{ DL3001: 'error' }] }), ['ay error']);
    assert.deepEqual(graded({ levels: [{ 'buildkit/Ay': 'style', SC2086: 'on' }] }), ['ay style', 'eee info']);
  });

  it('turns near rules off, but never on, by the name of their relation', () => {
    assert.deepEqual(graded({ levels: [{ DL3002: 'error' }] }), ['ay warning']);
    assert.deepEqual(graded({ profile: 'strict', levels: [{ DL3002: 'off' }] }).includes('bee error'), false);
  });

  it('lets the last source win, and the own id within one source', () => {
    assert.deepEqual(graded({ levels: [{ ay: 'error' }, { DL3001: 'info' }] }), ['ay info']);
    assert.deepEqual(graded({ levels: [{ DL3001: 'info', ay: 'error' }] }), ['ay error']);
  });

  it('does not take names of the language for levels', () => {
    assert.deepEqual(findings([wordRule('a', { id: 'constructor' })], 'a'), ['constructor warning 0-1']);
  });
});

describe('the check directive', () => {
  const rules = [
    wordRule('a', { id: 'ay', same: ['buildkit/Ay'], severity: 'info' }),
    wordRule('b', { id: 'bee' }),
    wordRule('c', { id: 'cee', recommended: false, same: ['buildkit/Cee'], severityIn: { buildkit: 'off' } }),
  ];
  const none = { scope: 'file', skip: [], experimental: [], error: false } as const;
  const run = (directive: object, text = 'a\nb\nc', configuration: Partial<Configuration> = {}): string[] =>
    lint(toy(rules, [{ ...none, ...directive }]), parseToy(text), configured(configuration), noLog).map(
      ({ ruleId, severity }) => `${ruleId} ${severity}`,
    );

  it('skips by name or all, for build checks only', () => {
    assert.deepEqual(run({ skip: ['Ay'] }), ['bee warning']);
    assert.deepEqual(run({ skip: ['all'] }), ['bee warning']);
    assert.deepEqual(run({ skip: ['ay', 'bee'] }), ['ay info', 'bee warning']);
  });

  it('skips for one instruction', () => {
    assert.deepEqual(run({ skip: ['Ay'], scope: { start: 2, end: 3 } }, 'a\na'), ['ay info']);
    assert.deepEqual(run({ skip: ['all'], scope: { start: 0, end: 1 } }, 'a\na'), ['ay info']);
  });

  it('raises build checks to errors, unless somebody graded the rule', () => {
    assert.deepEqual(run({ error: true }), ['ay error', 'bee warning']);
    assert.deepEqual(run({ error: true, scope: { start: 0, end: 1 } }), ['ay info', 'bee warning']);
    assert.deepEqual(run({ error: true }, 'a', { levels: [{ ay: 'style' }] }), ['ay style']);
  });

  it('turns experimental checks on, whatever is skipped', () => {
    assert.deepEqual(run({ experimental: ['Cee'] }, 'c'), ['cee warning']);
    assert.deepEqual(run({ experimental: ['all'], skip: ['all'] }, 'a\nc'), ['cee warning']);
    assert.deepEqual(run({ experimental: ['Cee'], scope: { start: 0, end: 1 } }, 'c\nc'), ['cee warning']);
    assert.deepEqual(run({ experimental: ['Cee'] }, 'c', { levels: [{ cee: 'off' }] }), []);
    assert.deepEqual(run({ experimental: ['Cee'] }, '# dockwright ignore=cee\nc'), []);
    assert.deepEqual(run({ experimental: ['all'], error: true }, 'c'), ['cee error']);
  });

  it('means nothing to the profile hadolint', () => {
    const both = wordRule('a', { id: 'ay', same: ['buildkit/Ay', 'hadolint/DL3001'] });
    const language = toy([both], [{ ...none, skip: ['Ay'] }]);
    assert.equal(lint(language, parseToy('a'), configured({ profile: 'hadolint' }), noLog).length, 1);
  });

  it('reaches single instructions in the profile buildkit only where BuildKit does', () => {
    const duplicate = wordRule('a', { id: 'duplicate', same: ['buildkit/DuplicateStageName'] });
    const second = { start: 2, end: 3 };
    const multiple = wordRule(
      'a',
      { id: 'multiple', same: ['buildkit/MultipleInstructionsDisallowed'] },
      {
        related: [{ at: second, message: 'later' }],
      },
    );
    const left = (rule: FileRule<ToyFile>, name: string, scope: object, profile: Configuration['profile']): number =>
      lint(toy([rule], [{ ...none, skip: [name], scope } as never]), parseToy('a'), configured({ profile }), noLog)
        .length;
    const first = { start: 0, end: 1 };
    assert.equal(left(duplicate, 'DuplicateStageName', first, 'buildkit'), 1);
    assert.equal(left(duplicate, 'DuplicateStageName', first, 'recommended'), 0);
    assert.equal(left(multiple, 'MultipleInstructionsDisallowed', second, 'buildkit'), 0);
    assert.equal(left(multiple, 'MultipleInstructionsDisallowed', first, 'buildkit'), 1);
    assert.equal(left(multiple, 'MultipleInstructionsDisallowed', first, 'recommended'), 0);
  });
});

describe('rules that share a sieve', () => {
  const asked: string[] = [];
  const word = (id: string, sieve?: Sieve<ToyFile>): StatementRule<ToyFile> => ({
    ...wordRule(id, { id }),
    ...(sieve && { sieve }),
    checkStatement(statement, _, report) {
      asked.push(id);
      const { at, text } = statement as ToyFile['words'][number];
      if (text === id) report({ at, message: id });
    },
  });
  const run = (rules: readonly StatementRule<ToyFile>[], text: string) => {
    asked.length = 0;
    const withoutCheck = rules.map(({ check: _, ...rule }: StatementRule<ToyFile> & { check?: unknown }) => rule);
    const language = { ...toy([]), rules: withoutCheck, statements: ({ words }: ToyFile) => words };
    const failures: string[] = [];
    const found = lint(language, parseToy(text), configured(), (id, error) => failures.push(`${id}: ${error}`));
    return { found: found.map(({ ruleId, at }) => `${ruleId} ${at.start}`), asked: [...asked], failures };
  };

  it('are called where it lets them through, and others always', () => {
    const sieve: Sieve<ToyFile> = {
      sift: (rules, statement) => rules.filter(({ id }) => id === (statement as { text: string }).text),
    };
    const { found, asked: called } = run([word('a', sieve), word('b'), word('c', sieve)], 'a\nb\nc\n');
    assert.deepEqual(found, ['a 0', 'b 2', 'c 4']);
    assert.deepEqual(called.toSorted(), ['a', 'b', 'b', 'b', 'c']);
  });

  it('are all called when it fails', () => {
    const sieve: Sieve<ToyFile> = {
      sift: () => {
        throw new Error('no');
      },
    };
    const { found, failures } = run([word('a', sieve), word('b', sieve)], 'b\n');
    assert.deepEqual(found, ['b 0']);
    assert.deepEqual(failures, []);
  });
});
