import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { folding } from './folding.ts';
import { inlayHints } from './inlayHints.ts';
import { links } from './links.ts';
import { selectionRanges } from './selectionRanges.ts';
import { symbols } from './symbols.ts';
import { atCursor, context, testFile } from './testing.ts';

function outline(found: readonly DocumentSymbol[], depth = 0): string[] {
  return found.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail === undefined ? '' : ` (${detail})`}`,
    ...outline(children ?? [], depth + 1),
  ]);
}

describe('symbols', () => {
  it('lists sections, what they define and their attributes', async () => {
    const file = await testFile(
      'name: shop\nservices:\n  a:\n    image: x\n    ports: [80]\n  b:\n    build: .\nvolumes:\n  d:\n',
    );
    assert.deepEqual(outline(symbols(file)), [
      'name (shop)',
      'services',
      '  a (x)',
      '    image (x)',
      '    ports',
      '  b (build)',
      '    build (.)',
      'volumes',
      '  d',
    ]);
  });
});

describe('folding', () => {
  it('folds entries, items, block scalars, comments and regions', async () => {
    const file = await testFile(
      '# one\n# two\nservices:\n  a:\n    command: |\n      x\n      y\n    ports:\n      - target: 1\n        published: 2\n# region r\nx-a: 1\n# endregion\n',
    );
    assert.deepEqual(
      folding(file).map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`),
      ['0-1 comment', '2-9', '3-9', '4-6', '7-9', '8-9', '10-12 region'],
    );
  });
});

describe('selection ranges', () => {
  it('grow from the value to the file', async () => {
    const { file, offset } = await atCursor('services:\n  a:\n    image: "ng‸inx"\n');
    const texts: string[] = [];
    for (let range = selectionRanges(file, [offset])[0]; range; range = range.parent) {
      texts.push(file.text.slice(file.lines.offset(range.range.start), file.lines.offset(range.range.end)));
    }
    assert.deepEqual(texts.slice(0, 3), ['nginx', '"nginx"', 'image: "nginx"']);
    assert.equal(texts.at(-1), file.text);
  });
});

describe('links', () => {
  it('lead to images, files and Dockerfiles', async () => {
    const file = await testFile(
      'services:\n  a:\n    image: nginx:${TAG}\n  b:\n    build: ./b\n    env_file: a.env\n    volumes:\n      - ./conf.d/x.conf:/x:ro\n      - ./missing:/y\n',
      { '.env': 'TAG=1\n', 'b/Dockerfile': 'FROM x\n', 'a.env': '', 'conf.d/x.conf': '' },
    );
    assert.deepEqual(
      links(file).map(({ range, target }) => [
        file.text.slice(file.lines.offset(range.start), file.lines.offset(range.end)),
        target?.replace('file:///project/', ''),
      ]),
      [
        ['nginx:${TAG}', 'https://hub.docker.com/_/nginx'],
        ['./b', 'b/Dockerfile'],
        ['a.env', 'a.env'],
        ['./conf.d/x.conf', 'conf.d/x.conf'],
      ],
    );
  });
});

describe('inlay hints', () => {
  it('show what is merged in and inherited', async () => {
    const file = await testFile(
      'x-a: &a\n  tty: true\n  init: true\nservices:\n  base:\n    <<: *a\n    image: x\n    restart: always\n  web:\n    extends: base\n    image: y\n',
    );
    const found = inlayHints(file, { start: 0, end: file.text.length }, context());
    assert.deepEqual(
      found.map(({ position, label }) => `${position.line}: ${String(label)}`),
      ['5: tty, init', '10: instead of x', '9: restart, tty, init'],
    );
  });

  it('stay away when they are not wanted', async () => {
    const file = await testFile('services:\n  a:\n    image: x\n  b:\n    extends: a\n');
    const { settings, ...rest } = context();
    const off = { ...settings, inlayHints: { ...settings.inlayHints, inherited: false } };
    assert.deepEqual(inlayHints(file, { start: 0, end: file.text.length }, { ...rest, settings: off }), []);
  });
});
