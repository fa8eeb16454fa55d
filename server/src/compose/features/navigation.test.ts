import assert from 'node:assert/strict';
import { RenameError } from '../../language.ts';
import { definition } from './definition.ts';
import { highlight, references } from './references.ts';
import { prepareRename, rename } from './rename.ts';
import { atCursor, context, edited, testUri, withMarks } from './testing.ts';

type Files = Readonly<Record<string, string>>;

/** Marks every place of the name at the cursor. */
async function places(marked: string): Promise<string> {
  const { file, offset } = await atCursor(marked);
  return withMarks(
    file,
    references(file, offset, true).map(({ range }) => range),
  );
}

async function target(marked: string, files: Files = {}): Promise<{ uri: string; on: string } | undefined> {
  const { file, offset } = await atCursor(marked, files);
  const [first] = await definition(file, offset, context(files));
  if (!first) return undefined;
  const { start } = first.targetSelectionRange;
  return { uri: first.targetUri, on: `${start.line}:${start.character}` };
}

async function renamed(marked: string, newName: string): Promise<string | undefined> {
  const { file, offset } = await atCursor(marked);
  const edits = rename(file, offset, newName)?.changes?.[testUri];
  return edits && edited(file, edits);
}

const shop = `services:
  a:
    image: x
    depends_on: [b]
    links: ["b:alias"]
    network_mode: service:b
    volumes_from: [b:ro]
    build:
      additional_contexts: { base: "service:b" }
  ‸b:
    image: y
    extends: b
`;

describe('references', () => {
  it('finds every kind of reference', async () => {
    assert.equal(
      await places(shop),
      shop
        .replace('‸b:', '«b»:')
        .replace('[b]', '[«b»]')
        .replace('"b:alias', '"«b»:alias')
        .replace('service:b\n', 'service:«b»\n')
        .replace('[b:ro]', '[«b»:ro]')
        .replace('"service:b"', '"service:«b»"')
        .replace('extends: b', 'extends: «b»'),
    );
  });

  it('keeps sections apart and follows merge keys', async () => {
    const text =
      'x-a: &a\n  networks: [«front»]\nservices:\n  front:\n    <<: *a\n    image: x\nnetworks:\n  ‸«front»:\n';
    assert.equal(await places(text.replace(/[«»]/g, '')), text.replace('‸', ''));
  });

  it('finds anchors up to their next definition', async () => {
    const text = 'a: &‸x 1\nb: *x\nc: &x 2\nd: *x\n';
    assert.equal(await places(text), 'a: &«x» 1\nb: *«x»\nc: &x 2\nd: *x\n');
  });

  it('highlights reading and writing', async () => {
    const { file, offset } = await atCursor('services:\n  a: {image: x, depends_on: [‸b]}\n  b: {image: y}\n');
    assert.deepEqual(
      highlight(file, offset).map(({ kind }) => kind),
      [2, 3],
    );
  });

  it('looks into the override file', async () => {
    const files = { 'compose.override.yaml': 'services:\n  b:\n    tty: true\n' };
    const { file, offset } = await atCursor('services:\n  ‸b:\n    image: x\n', files);
    assert.deepEqual(
      references(file, offset, true).map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)),
      ['compose.yaml', 'compose.override.yaml'],
    );
  });
});

describe('definition', () => {
  it('goes to services, in this and other files', async () => {
    assert.deepEqual(await target('services:\n  a: {image: x, depends_on: [‸b]}\n  b: {image: y}\n'), {
      uri: testUri,
      on: '2:2',
    });
    const files = { 'base.yaml': 'services:\n  base:\n    image: z\n' };
    const extended = 'services:\n  a:\n    extends: { file: base.yaml, service: ‸base }\n';
    assert.deepEqual(await target(extended, files), { uri: 'file:///project/base.yaml', on: '1:2' });
    const included = 'include: [base.yaml]\nservices:\n  a:\n    image: x\n    depends_on: [‸base]\n';
    assert.deepEqual(await target(included, files), { uri: 'file:///project/base.yaml', on: '1:2' });
  });

  it('goes to stages and arguments of the Dockerfile', async () => {
    const files = { Dockerfile: 'ARG NODE\nFROM node AS run\n' };
    const uri = 'file:///project/Dockerfile';
    assert.deepEqual(await target('services:\n  a:\n    build: { context: ., target: ‸run }\n', files), {
      uri,
      on: '1:13',
    });
    assert.deepEqual(await target('services:\n  a:\n    build: { context: ., args: { ‸NODE: 1 } }\n', files), {
      uri,
      on: '0:4',
    });
  });

  it('goes to variables in .env and to anchors', async () => {
    const files = { '.env': 'A=1\nexport TAG=2\n' };
    assert.deepEqual(await target('services:\n  a:\n    image: x:${‸TAG}\n', files), {
      uri: 'file:///project/.env',
      on: '1:7',
    });
    assert.deepEqual(await target('a: &x 1\nb: *‸x\n'), { uri: testUri, on: '0:4' });
  });
});

describe('rename', () => {
  it('renames every place', async () => {
    assert.equal(await renamed(shop, 'data-base'), shop.replace('‸', '').replace(/\bb\b/g, 'data-base'));
    assert.equal(
      await renamed(
        'services:\n  a:\n    image: x\n    volumes:\n      - "‸data:/d:ro"\n      - {type: volume, source: data, target: /e}\nvolumes:\n  data:\n',
        'new',
      ),
      'services:\n  a:\n    image: x\n    volumes:\n      - "new:/d:ro"\n      - {type: volume, source: new, target: /e}\nvolumes:\n  new:\n',
    );
    assert.equal(await renamed('a: &x 1\nb: *‸x\n', 'y'), 'a: &y 1\nb: *y\n');
  });

  it('offers the name alone', async () => {
    const { file, offset } = await atCursor('services:\n  a: {image: x, links: ["b‸:c"]}\n  b: {image: y}\n');
    const prepared = prepareRename(file, offset);
    assert.equal(prepared?.placeholder, 'b');
    assert.match(withMarks(file, [prepared.range]), /"«b»:c"/);
    const nothing = await atCursor('services:\n  a:\n    im‸age: x\n');
    assert.equal(prepareRename(nothing.file, nothing.offset), undefined);
  });

  it('refuses names that do not work', async () => {
    for (const name of ['', 'a b', 'a', '12', 'true']) {
      await assert.rejects(renamed('services:\n  a: {image: x}\n  ‸b: {image: y}\n', name), RenameError, name);
    }
  });
});
