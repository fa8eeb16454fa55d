import assert from 'node:assert/strict';
import type { Configuration } from './configuration.ts';
import { lint } from './run.ts';
import { configured, parseToy, toy, wordRule } from './toy.ts';

const rules = [
  wordRule('a', { id: 'ay', same: ['hadolint/DL3001'] }),
  wordRule('b', { id: 'bee', same: ['shellcheck/SC2086'], near: ['hadolint/DL3002'] }),
  wordRule('c', { id: 'cee', same: ['dclint/no-cee'] }),
  wordRule('d', { id: 'dee', same: ['dclint/no-dee', 'shellcheck/SC3010'] }),
];

/** The words that are still reported. */
function left(text: string, configuration: Partial<Configuration> = {}): string {
  const found = lint(toy(rules), parseToy(text), configured(configuration), (id, error) =>
    assert.fail(`${id} ${error}`),
  );
  return found.map(({ at }) => `${text.slice(at.start, at.end)}${parseToy(text).lines.lineAt(at.start)}`).join(' ');
}

describe('our own comments', () => {
  it('silence named rules, or all, for what follows', () => {
    assert.equal(left('# dockwright ignore=ay\na\na'), 'a2');
    assert.equal(left('# dockwright ignore=ay,cee\na'), '');
    assert.equal(left('# dockwright ignore = cee , ay because of reasons\na'), '');
    assert.equal(left('# dockwright ignore=cee\na'), 'a1');
    assert.equal(left('# dockwright ignore\na\na'), 'a2');
    assert.equal(left('# dockwright ignore -- legacy\na'), '');
    assert.equal(left('#dockwright   ignore # legacy\na'), '');
  });

  it('know the names of other tools', () => {
    assert.equal(left('# dockwright ignore=DL3001\na'), '');
    assert.equal(left('# dockwright ignore=hadolint/DL3002\nb'), '');
    assert.equal(left('# dockwright ignore=no-cee\nc'), '');
  });

  it('may stand in a block of comments, and away from what follows', () => {
    assert.equal(left('# dockwright ignore=ay\n# about this\n\na'), '');
    assert.equal(left('# dockwright ignore=ay\n# dockwright ignore=cee\na'), '');
  });

  it('silence a file', () => {
    assert.equal(left('a\nc\na\n# dockwright ignore-file=ay'), 'c1');
    assert.equal(left('a\nc\n# dockwright ignore-file\n'), '');
  });

  it('silence their own line when they trail', () => {
    assert.equal(left('a # dockwright ignore=ay\na'), 'a1');
    assert.equal(left('a # dockwright ignore\na'), 'a1');
  });

  it('do nothing when malformed', () => {
    assert.equal(left('# dockwright ignore ay\na'), 'a1');
    assert.equal(left('# dockwright ignore=\na'), 'a1');
    assert.equal(left('# dockwright ignored=ay\na'), 'a1');
    assert.equal(left('# dockwright ignore-line=ay\na'), 'a1');
  });

  it('never silence errors of the language', () => {
    assert.equal(left('# dockwright ignore-file\n# dockwright ignore\n!'), '!2');
  });
});

describe("hadolint's comments", () => {
  it('silence codes of hadolint and ShellCheck, for rules near them too', () => {
    assert.equal(left('# hadolint ignore=DL3001\na\na'), 'a2');
    assert.equal(left('# hadolint ignore=SC2086\nb'), '');
    assert.equal(left('# hadolint ignore=DL3002\nb'), '');
    assert.equal(left('# hadolint ignore=ay,no-cee\na'), 'a1');
  });

  it('silence a stage or the whole file', () => {
    assert.equal(left('a\n# hadolint stage ignore=DL3001\nSTAGE\na\nSTAGE\na'), 'a0 a5');
    assert.equal(left('STAGE\na\n# hadolint stage ignore=DL3001\na'), '');
    assert.equal(left('a\nb\n# hadolint global ignore=DL3001'), 'b1');
  });

  it('may stand in a block of comments and carry remarks', () => {
    assert.equal(left('# hadolint ignore=DL3001\n# why\na'), '');
    assert.equal(left('# hadolint ignore=DL3001\n\na'), 'a2');
    assert.equal(left('# hadolint ignore=bogus, DL3001 because\na'), '');
    assert.equal(left('# hadolint ignore=DL3001\n# hadolint ignore=DL3002\na\nb'), 'b3');
  });

  it('are read in the profile hadolint as hadolint reads them', () => {
    const exact = (text: string): string => left(text, { profile: 'hadolint' });
    assert.equal(exact('# hadolint ignore=DL3001\na\na'), 'a2');
    assert.equal(exact('#  hadolint \t ignore = DL3001 , DL3002 # remark\na'), '');
    assert.equal(exact('# hadolint ignore=DL3001\n# why\na'), 'a2');
    assert.equal(exact('# hadolint ignore=bogus,DL3001\na'), 'a1');
    assert.equal(exact('# hadolint ignore=DL3001 because\na'), 'a1');
    assert.equal(exact('# hadolint ignore=DL3001\n# hadolint ignore=SC2086\na'), 'a2');
    assert.equal(exact('a\n# hadolint global ignore=DL3001\na'), '');
    assert.equal(exact('# shellcheck disable=SC2086\nb'), 'b1');
    assert.equal(exact('# dockwright ignore=ay\na'), '');
  });

  it('begin, for a stage in the profile hadolint, below FROM and end with the next FROM', () => {
    const stages = [
      wordRule('STAGE', { id: 'stage', same: ['hadolint/DL3006'] }),
      wordRule('a', { id: 'ay', same: ['hadolint/DL3001'] }),
    ];
    const text = '# hadolint stage ignore=DL3006,DL3001\nSTAGE\na\nSTAGE\na';
    const lines = (profile: Configuration['profile']): number[] =>
      lint(toy(stages), parseToy(text), configured({ profile }), () => assert.fail()).map(({ at }) =>
        parseToy(text).lines.lineAt(at.start),
      );
    assert.deepEqual(lines('recommended'), [3, 4]);
    assert.deepEqual(lines('hadolint'), [1, 4]);
  });
});

describe('comments of other tools', () => {
  it("honours ShellCheck's disable", () => {
    assert.equal(left('# shellcheck disable=SC2086\nb\nb'), 'b2');
    assert.equal(left('# shellcheck shell=sh disable=SC2154,SC2086 # remark\nb'), '');
    assert.equal(left('# shellcheck disable=all\nb\na'), 'a2');
    assert.equal(left('# shellcheck disable=SC3000-SC4000\nd'), '');
    assert.equal(left('# shellcheck disable=SC3000-SC4000\nb'), 'b1');
    assert.equal(left('# shellcheck disable=SC2039\nd\nd'), 'd2');
    assert.equal(left('# hadolint ignore=SC2039\nd'), '');
    assert.equal(left('# hadolint ignore=SC2039\nb'), 'b1');
    assert.equal(left('# shellcheck shell=bash\nb'), 'b1');
  });

  it("honours dclint's comments", () => {
    assert.equal(left('---\n\n# dclint disable no-cee\nc\nd'), 'd4');
    assert.equal(left('a # dclint disable\nc\nd'), 'a0');
    assert.equal(left('# dclint disable-file\nc\na'), 'a2');
    assert.equal(left('a\n# dclint disable\nc'), 'a0 c2');
    assert.equal(left('c # dclint disable-line\nc'), 'c1');
    assert.equal(left('# dclint disable-line no-cee no-dee\nc\nc'), 'c2');
  });

  it('honours dockerfile-utils: ignore', () => {
    assert.equal(left('# dockerfile-utils: ignore\na\na'), 'a2');
  });
});

describe('suppressionComments: false', () => {
  it('leaves every finding', () => {
    const text = '# dockwright ignore-file\n# hadolint global ignore=DL3001\n# dockerfile-utils: ignore\na';
    assert.equal(left(text, { suppressionComments: false }), 'a3');
  });
});
