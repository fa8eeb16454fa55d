import assert from 'node:assert/strict';
import { dockerfile } from '../dockerfile/language.ts';
import type { DockerfileFile } from '../dockerfile/model/file.ts';
import { defaultConfiguration } from './configuration.ts';
import type { Linted } from './linted.ts';
import type { Rule } from './rule.ts';
import { lint } from './run.ts';

const TEXT = 'FROM debian:12\nARG A=1\nCOPY a b\nRUN apt-get update\nRUN make # one\nCMD ["x"]\n';

/** Rules that count how often they run, and how often after each edit. */
function counting(look: (file: DockerfileFile) => void): { rule: Rule<DockerfileFile>; readonly runs: number } {
  let runs = 0;
  return {
    rule: {
      id: 'counting',
      summary: 'Count.',
      why: 'To know.',
      category: 'style',
      severity: 'warning',
      recommended: true,
      fixable: false,
      examples: [],
      check(file) {
        runs++;
        look(file);
      },
    },
    get runs() {
      return runs;
    },
  };
}

function language(rule: Rule<DockerfileFile>): Linted<DockerfileFile> {
  return { ...dockerfile, rules: [rule], errors: () => [] };
}

const fail = (id: string, error: unknown): never => assert.fail(`${id}: ${error}`);

/** Whether a rule that looks at something runs again after each edit. */
function runsAgain(look: (file: DockerfileFile) => void, ...edits: readonly [from: string, to: string][]): boolean[] {
  const counter = counting(look);
  const linted = language(counter.rule);
  let text = TEXT;
  let file = dockerfile.parse('file:///Dockerfile', text);
  lint(linted, file, defaultConfiguration, fail, true);
  return edits.map(([from, to]) => {
    assert.ok(text.includes(from), `${from} is in the text`);
    text = text.replace(from, to);
    file = dockerfile.parse('file:///Dockerfile', text, undefined, file);
    const before = counter.runs;
    lint(linted, file, defaultConfiguration, fail, true);
    return counter.runs > before;
  });
}

describe('what rules remember of the version before', () => {
  it('holds as long as an edit changes nothing that the rule looked at', () => {
    const edits: [string, string][] = [
      ['COPY a', 'COPY c'],
      ['apt-get update', 'apt-get install x'],
      ['make', 'make all'],
      ['A=1', 'A=2'],
    ];
    assert.deepEqual(
      runsAgain(({ model }) => model.all('COPY'), ...edits),
      [true, false, false, false],
    );
    assert.deepEqual(
      runsAgain(({ model }) => model.executions.of('apt-get'), ...edits),
      [false, true, false, false],
    );
    assert.deepEqual(
      runsAgain(({ model }) => model.variables.declared, ...edits),
      [false, false, false, true],
    );
    assert.deepEqual(
      runsAgain(({ model }) => model.instructions, ...edits),
      [true, true, true, true],
    );
    assert.deepEqual(
      runsAgain((file) => file.text, ...edits),
      [true, true, true, true],
    );
    assert.deepEqual(
      runsAgain(() => undefined, ...edits),
      [false, false, false, false],
    );
  });

  it('does not hold when a program comes or goes', () => {
    const edits: [string, string][] = [
      ['apt-get update', 'apt-get upgrade'],
      ['apt-get upgrade', 'apk upgrade'],
      ['make', 'make && apk upgrade'],
    ];
    assert.deepEqual(
      runsAgain(({ model }) => [...model.executions.programs], ...edits),
      [false, true, true],
    );
  });

  it('does not hold when FROM, SHELL, a directive or a comment for hadolint changes', () => {
    const edits: [string, string][] = [
      ['debian:12', 'debian:13'],
      ['COPY a b\n', 'SHELL ["a"]\n'],
      ['ARG A=1', '# hadolint shell=bash\nARG A=1'],
      ['FROM', '# syntax=docker/dockerfile:1\nFROM'],
    ];
    assert.deepEqual(
      runsAgain(() => undefined, ...edits),
      [true, true, true, true],
    );
  });

  it('does not hold under another configuration', () => {
    const counter = counting(() => undefined);
    const linted = language(counter.rule);
    const file = dockerfile.parse('file:///Dockerfile', TEXT);
    lint(linted, file, defaultConfiguration, fail, true);
    lint(linted, file, { ...defaultConfiguration, profile: 'strict' }, fail, true);
    assert.equal(counter.runs, 2);
  });

  it('moves findings with their instruction', () => {
    const linted: Linted<DockerfileFile> = {
      ...dockerfile,
      errors: () => [],
      rules: [
        {
          ...counting(() => undefined).rule,
          check: ({ model }, report) => {
            for (const { span } of model.all('CMD'))
              report({
                at: { start: span.start, end: span.end },
                message: 'Here.',
                related: [{ at: span, message: 'x' }],
              });
          },
        },
      ],
    };
    let file = dockerfile.parse('file:///Dockerfile', TEXT);
    const [first] = lint(linted, file, defaultConfiguration, fail, true);
    const text = TEXT.replace('COPY a b', 'COPY a long-name');
    file = dockerfile.parse('file:///Dockerfile', text, undefined, file);
    const [second] = lint(linted, file, defaultConfiguration, fail, true);
    assert.equal(TEXT.slice(first?.at.start, first?.at.end), 'CMD ["x"]');
    assert.equal(text.slice(second?.at.start, second?.at.end), 'CMD ["x"]');
    assert.equal(second?.related?.[0]?.at.start, second?.at.start);
  });
});
