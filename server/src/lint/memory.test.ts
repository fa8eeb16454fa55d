import assert from 'node:assert/strict';
import { dockerfile } from '../dockerfile/language.ts';
import type { DockerfileFile } from '../dockerfile/model/file.ts';
import type { Instruction } from '../dockerfile/model/instructions.ts';
import { defaultConfiguration } from './configuration.ts';
import type { Linted } from './linted.ts';
import type { FileRule, Rule, StatementRule } from './rule.ts';
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

  it('does not hold when RUNs come or go, or an instruction word is not in upper case', () => {
    const edits: [string, string][] = [
      ['RUN make', 'RUN make x'],
      ['RUN make x', 'USER x'],
      ['USER x', 'user x'],
      ['user x', 'user y'],
      ['CMD', 'RUN'],
    ];
    assert.deepEqual(
      runsAgain(({ model }) => model.stages[0]?.lastExecuting, ...edits),
      [false, true, false, false, true],
    );
    assert.deepEqual(
      runsAgain(({ model }) => model.lookAt('cases'), ...edits),
      [false, false, true, true, false],
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
    assert.equal(TEXT.slice(first?.at.start, first?.at.end), 'CMD ["x"]');
    const text = TEXT.replace('COPY a b', 'COPY a long-name');
    file = dockerfile.parse('file:///Dockerfile', text, undefined, file);
    const [second] = lint(linted, file, defaultConfiguration, fail, true);
    assert.equal(text.slice(second?.at.start, second?.at.end), 'CMD ["x"]');
    assert.equal(second?.related?.[0]?.at.start, second?.at.start);
  });

  it('has statements looked at again when they are new, or when what else was looked at changed', () => {
    const seen: string[] = [];
    const { check: _, ...facts } = counting(() => undefined).rule as FileRule<DockerfileFile>;
    const rule: StatementRule<DockerfileFile, Instruction> = {
      ...facts,
      checkStatement({ keyword, node }, { model }) {
        seen.push(keyword);
        if (keyword === 'RUN' && node.head.text.includes('make')) model.variables.lookup('A', undefined, 0);
      },
    };
    const linted = language(rule);
    let text = TEXT;
    let file = dockerfile.parse('file:///Dockerfile', text);
    const look = (from: string, to: string): string[] => {
      text = text.replace(from, to);
      file = dockerfile.parse('file:///Dockerfile', text, undefined, file);
      seen.length = 0;
      lint(linted, file, defaultConfiguration, fail, true);
      return [...seen];
    };
    assert.deepEqual(look('', ''), ['FROM', 'ARG', 'COPY', 'RUN', 'RUN', 'CMD']);
    assert.deepEqual(look('COPY a', 'COPY c'), ['COPY']);
    assert.deepEqual(look('A=1', 'A=2').sort(), ['ARG', 'RUN']);
    assert.deepEqual(look('RUN make', 'USER a\nRUN cmake'), ['USER', 'RUN']);
    assert.deepEqual(look('cmake', 'cmake x'), ['RUN']);
  });

  it('keeps errors of the language, and forgets those of what is gone', () => {
    let text = 'FROM debian:12\nRNU a\nCOPY --from=b a b\nEXPOSE 0\nWORKDIR ${A\nCMD ["x"]\n';
    let file = dockerfile.parse('file:///Dockerfile', text);
    const errors = (from: string, to: string): string[] => {
      text = text.replace(from, to);
      file = dockerfile.parse('file:///Dockerfile', text, undefined, file);
      const found = lint(dockerfile, file, defaultConfiguration, fail, true);
      return found
        .filter(({ severity, suppressible }) => severity === 'error' && !suppressible)
        .map(({ ruleId, at }) => `${ruleId} ${text.slice(at.start, at.end)}`);
    };
    assert.deepEqual(errors('', ''), ['unknown-instruction RNU', 'bad-substitution ${A']);
    assert.deepEqual(errors('CMD ["x"]', 'EXPOSE a'), [
      'unknown-instruction RNU',
      'bad-substitution ${A',
      'invalid-port a',
    ]);
    assert.deepEqual(errors('RNU a', 'RUN make && make'), ['bad-substitution ${A', 'invalid-port a']);
    assert.deepEqual(errors('${A', '${A}'), ['invalid-port a']);
    assert.deepEqual(errors('EXPOSE a\n', 'RUN <<EOF\n'), ['unterminated-heredoc <<EOF']);
    assert.deepEqual(errors('RUN <<EOF\n', 'FROM a AS b\n'), ['stage-not-yet-defined b']);
  });

  it('sees comments and directives that come and go', () => {
    let text = 'FROM debian:12\nRUN <<EOF\nset -e\ncd $A\nmake\nEOF\nMAINTAINER me\n';
    let file = dockerfile.parse('file:///Dockerfile', text);
    const found = (from: string, to: string): boolean => {
      text = text.replace(from, to);
      file = dockerfile.parse('file:///Dockerfile', text, undefined, file);
      return lint(dockerfile, file, defaultConfiguration, fail, true).some(
        ({ ruleId }) => ruleId === 'maintainer-deprecated',
      );
    };
    assert.equal(found('', ''), true);
    assert.equal(found('MAINTAINER', '# dockwright ignore\nMAINTAINER'), false);
    assert.equal(found('# dockwright ignore\n', ''), true);
    assert.equal(found('make', '# dockwright ignore-file\nmake'), false);
    assert.equal(found('# dockwright ignore-file\n', ''), true);
    assert.equal(found('MAINTAINER', '# check=skip=MaintainerDeprecated\nMAINTAINER'), false);
    assert.equal(found('# check=skip=MaintainerDeprecated\n', ''), true);
  });
});
