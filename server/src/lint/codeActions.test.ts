import assert from 'node:assert/strict';
import { applyEdits } from '../text/edit.ts';
import { type Action, fixAllAction, quickFixes } from './codeActions.ts';
import type { Diagnostic } from './diagnostics.ts';
import { lint } from './run.ts';
import { unmark } from './testing.ts';
import { configured, parseToy, type Toy, toy, wordRule } from './toy.ts';

const upper = (word: string, id: string, safe = true) => {
  const base = wordRule(word, { id, fixable: true });
  return {
    ...base,
    check: ((file, report) => {
      for (const { at, text } of file.words) {
        if (!text.startsWith(word)) continue;
        const edits = [{ at, newText: text.toUpperCase() }];
        report({ at, message: 'Shout.', fixes: () => [{ title: `Raise '${text}'`, safe, edits }] });
      }
    }) satisfies typeof base.check,
  };
};
const language: Toy = {
  ...toy([upper('a', 'ay'), upper('b', 'bee', false), wordRule('c', { id: 'cee' }), wordRule('%', { id: 'percent' })]),
  statementAt: (file, offset) => file.words.find(({ at }) => at.start <= offset && offset <= at.end)?.at,
};

const lintText = (text: string): readonly Diagnostic[] =>
  lint(language, parseToy(text), configured(), () => assert.fail());

/** The actions at the mark. */
function actions(marked: string, commands = false): { text: string; found: Action[] } {
  const { text, spans } = unmark(marked);
  const file = parseToy(text);
  const context = { linted: language, file, diagnostics: lintText(text), lintText, commands };
  return { text, found: quickFixes(context, spans[0] ?? { start: 0, end: 0 }) };
}

function titles(marked: string, commands = false): string[] {
  return actions(marked, commands).found.map(({ title, preferred }) => (preferred ? `* ${title}` : title));
}

function after(marked: string, title: string): string {
  const { text, found } = actions(marked);
  const action = found.find((candidate) => candidate.title === title);
  assert.ok(action?.edits, title);
  return applyEdits(text, action.edits);
}

describe('quickFixes', () => {
  it('offers fixes, then silence, then commands', () => {
    assert.deepEqual(titles('«a»', true), [
      "* Raise 'a'",
      "Ignore 'ay' here",
      "Ignore 'ay' in this file",
      "Turn off 'ay' in settings",
      "Open documentation of 'ay'",
    ]);
    assert.deepEqual(titles('a\n«b»'), ["Raise 'b'", "Ignore 'bee' here", "Ignore 'bee' in this file"]);
    assert.deepEqual(titles('a\n«»d'), []);
  });

  it('offers nothing but documentation for errors of the language', () => {
    assert.deepEqual(titles('«!»', true), ["Open documentation of 'shouting'"]);
  });

  it('offers to fix all of a rule where there are several safe fixes', () => {
    assert.equal(after('«a»\nb\nab', "Fix all 'ay' problems in this file"), 'A\nb\nAB');
    assert.ok(!titles('«b»\nb').some((title) => title.startsWith('Fix all')));
    assert.ok(!titles('«a»\nb').some((title) => title.startsWith('Fix all')));
  });
});

describe('ignore here', () => {
  const here = (marked: string): string => after(marked, "Ignore 'cee' here");

  it('writes a comment directly above, indented alike', () => {
    assert.equal(here('a\n«c»'), 'a\n# dockwright ignore=cee\nc');
    assert.equal(here('a\n  «c»'), 'a\n  # dockwright ignore=cee\n  c');
    assert.equal(here('«c»'), '# dockwright ignore=cee\nc');
    assert.equal(here('a\r\n«c»\r\n'), 'a\r\n# dockwright ignore=cee\r\nc\r\n');
  });

  it('is not offered for a directive, which a comment above would undo', () => {
    assert.deepEqual(titles('«%a»\nd'), ["Ignore 'percent' in this file"]);
  });

  it('adds to a list that is there', () => {
    assert.equal(here('# dockwright ignore=ay -- why\n# more\n«c»'), '# dockwright ignore=cee,ay -- why\n# more\nc');
    assert.equal(here('# dockwright ignore = ay\n«c»'), '# dockwright ignore = cee,ay\nc');
  });

  it('leaves lists for other statements alone', () => {
    assert.equal(here('# dockwright ignore=ay\na\n«c»'), '# dockwright ignore=ay\na\n# dockwright ignore=cee\nc');
    assert.equal(here('# dockwright ignore-file=ay\n«c»'), '# dockwright ignore-file=ay\n# dockwright ignore=cee\nc');
  });

  it('does not come between a comment of hadolint and its line', () => {
    assert.equal(here('# hadolint ignore=DL3006\n«c»'), '# dockwright ignore=cee\n# hadolint ignore=DL3006\nc');
  });

  it('silences', () => {
    for (const text of ['«c»\na', 'x\n\n«c»', '# dockwright ignore=ay\n«c»', '\uFEFF«c»']) {
      assert.ok(!lintText(here(text)).some(({ ruleId }) => ruleId === 'cee'), text);
    }
  });
});

describe('ignore in this file', () => {
  const inFile = (marked: string): string => after(marked, "Ignore 'cee' in this file");

  it('writes a comment at the top, below what must come first', () => {
    assert.equal(inFile('a\n«c»'), '# dockwright ignore-file=cee\na\nc');
    assert.equal(
      inFile('#!/bin/x\n# syntax=docker/dockerfile:1\n#escape = `\n# Note\n«c»'),
      '#!/bin/x\n# syntax=docker/dockerfile:1\n#escape = `\n# dockwright ignore-file=cee\n# Note\nc',
    );
    assert.equal(
      inFile('# yaml-language-server: x\n«c»'),
      '# yaml-language-server: x\n# dockwright ignore-file=cee\nc',
    );
    assert.equal(inFile('\uFEFF«c»'), '\uFEFF# dockwright ignore-file=cee\nc');
  });

  it('adds to a list that is there', () => {
    assert.equal(inFile('«c»\n# dockwright ignore-file=ay'), 'c\n# dockwright ignore-file=cee,ay');
  });
});

describe('fixAllAction', () => {
  const run = (text: string): Action | undefined =>
    fixAllAction({ linted: language, file: parseToy(text), diagnostics: lintText(text), lintText, commands: true });

  it('applies safe fixes only', () => {
    const action = run('a\nb\nab');
    assert.ok(action?.edits);
    assert.equal(applyEdits('a\nb\nab', action.edits), 'A\nb\nAB');
    assert.equal(action.kind, 'source.fixAll.dockwright');
  });

  it('is not offered when there is nothing to fix', () => {
    assert.equal(run('b\nc'), undefined);
  });
});
