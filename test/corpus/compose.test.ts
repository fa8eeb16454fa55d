import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { compose as typed } from '../../server/src/compose/language.ts';
import type { Node } from '../../server/src/compose/syntax/tree.ts';
import { parseYaml } from '../../server/src/compose/syntax/yaml.ts';
import { dockerignore as ignoreTyped } from '../../server/src/dockerignore/language.ts';
import type { Language } from '../../server/src/language.ts';
import { corpus, hasRealProjects, mutate, random } from './files.ts';
import {
  askEverything,
  assertFindingsInside,
  assertFixedOnce,
  assertFormattedOnce,
  fastest,
  findings,
  formatted,
} from './robustness.ts';

const compose = typed as unknown as Language;
const dockerignore = ignoreTyped as unknown as Language;

const PIECES = [
  'services:\n', '  web:\n', '    image: x\n', '- ', ': ', ':', '\n', '\r\n', '  ', '\t', '"', "'", '|\n', '>-\n', '&a ', '*a', '<<: *a\n', '!reset ',
  '!override ', '{', '}', '[', ']', ',', '#', ' # dclint disable-line\n', '---\n', '...\n', '%YAML 1.2\n', '?', '$', '${', '${A:-', '}', '$$', '~', '80:80',
  'ports:\n', 'depends_on: [web]\n', 'null', '\u00a0', '\u{1F600}', '\uFEFF', '\0', '@', '`',
]; // biome-ignore format: one list

/** Every value with its keys, without regard to layout. */
function meaning(text: string): string[] {
  const found: string[] = [];
  const visit = (node: Node, path: string): void => {
    const own = `${path} ${node.anchor ? `&${node.anchor.name} ` : ''}${node.tag?.name ?? ''}`;
    if (node.kind === 'mapping') {
      found.push(`${own}{}`);
      for (const { name, key, value } of node.entries)
        visit(value, `${path}/${key.kind === 'scalar' ? name : key.kind}`);
    } else if (node.kind === 'sequence') {
      found.push(`${own}[]`);
      node.items.forEach((item, index) => {
        visit(item, `${path}/${index}`);
      });
    } else found.push(`${own}${node.kind === 'alias' ? `*${node.name}` : JSON.stringify(node.value)}`);
  };
  for (const { root } of parseYaml(text).documents) if (root) visit(root, '');
  return found;
}

describe('robustness: Compose files', () => {
  const files = corpus('compose');

  before(() => {
    if (!hasRealProjects)
      console.log('      the folder of real projects is not there; only samples and synthetic files are tried');
    assert.ok(files.length >= 5);
  });

  for (const { name, text } of files) {
    it(`${name}: nothing thrown, stable when fixed and formatted`, async () => {
      assertFindingsInside(compose, text);
      assertFixedOnce(compose, text);
      assertFormattedOnce(compose, text);
      assert.deepEqual(meaning(formatted(compose, text)), meaning(text));
      const step = Math.max(1, Math.floor(text.length / 60));
      for (let offset = 0; offset <= text.length; offset += step) await askEverything(compose, text, offset);
    });
  }

  it('every prefix of the shorter files', async () => {
    for (const { text } of files.filter((file) => file.text.length < 900)) {
      for (let end = 0; end <= text.length; end += 3) {
        const prefix = text.slice(0, end);
        assertFindingsInside(compose, prefix);
        if (end % 5 === 0) await askEverything(compose, prefix, end);
      }
    }
  });

  it('mutations', async () => {
    const next = random(7);
    for (let round = 0; round < 600; round++) {
      const file = files[Math.floor(next() * files.length)];
      const text = mutate((file?.text ?? '').slice(0, 3000), next, PIECES);
      assertFindingsInside(compose, text);
      if (round % 4 === 0) {
        assertFormattedOnce(compose, text);
        assert.deepEqual(meaning(formatted(compose, text)), meaning(text), JSON.stringify(text));
        assertFixedOnce(compose, text);
        await askEverything(compose, text, Math.floor(next() * (text.length + 1)));
      }
    }
  });

  it('garbage', async () => {
    const next = random(3);
    for (let round = 0; round < 400; round++) {
      let text = '';
      while (text.length < 200)
        text +=
          next() < 0.7
            ? (PIECES[Math.floor(next() * PIECES.length)] ?? '')
            : String.fromCharCode(32 + Math.floor(next() * 95));
      assertFindingsInside(compose, text);
      await askEverything(compose, text, Math.floor(next() * (text.length + 1)));
    }
  });

  it('chunks are read as the whole is', () => {
    for (const { name, text } of files) {
      if (/^(?:---|%|\uFEFF)/m.test(text)) continue;
      assert.deepEqual(meaning(text), meaning(`%YAML 1.2\n---\n${text}`), name);
    }
  });

  describe('the cost grows with the size and no faster', () => {
    const shapes: Record<string, (size: number) => string> = {
      'many services': (size) =>
        `services:\n${Array.from({ length: size }, (_, index) => `  s${index}:\n    image: x\n    ports: ["${index}:80"]\n    depends_on: [s${index + 1}]\n`).join('')}`,
      'many keys': (size) => `x-a:\n${Array.from({ length: size * 4 }, (_, index) => `  k${index}: v\n`).join('')}`,
      'equal keys': (size) => 'services:\n  a: {}\n'.repeat(size),
      'equal ports': (size) => `services:\n  a:\n    image: x\n    ports:\n${'      - "80:80"\n'.repeat(size)}`,
      'wide port ranges': (size) =>
        `services:\n${Array.from({ length: size / 10 }, (_, index) => `  s${index}:\n    image: x\n    ports: ["1-60000:1-60000"]\n    network_mode: host\n`).join('')}`,
      'many aliases': (size) =>
        `x-a: &a { b: c }\nservices:\n  a:\n    image: x\n    labels:\n${'      <<: *a\n'.repeat(size)}`,
      'one long line': (size) => `services:\n  a:\n    command: ${'x '.repeat(size * 50)}\n`,
      'nested variables': (size) => `services:\n  a:\n    image: ${'${A:-'.repeat(size)}${'}'.repeat(size)}\n`,
      'unclosed variables': (size) => `services:\n  a:\n    image: ${'${A:-'.repeat(size * 4)}\n`,
      'unclosed quotes': (size) =>
        `services:\n${Array.from({ length: size }, (_, index) => `  s${index}: "\n`).join('')}`,
      'brackets and braces': (size) => `services:\n  a: ${'[{'.repeat(size / 4)}\n`,
      'many comments': (size) => `services:\n${'  # x\n'.repeat(size * 4)}  a: {image: x}\n`,
      'many documents': (size) => 'services: {}\n---\n'.repeat(size),
      'broken lines': (size) => `services:\n${'  a b\n'.repeat(size)}`,
      'a circle': (size) =>
        `services:\n${Array.from({ length: size / 10 }, (_, index) => `  s${index}: {image: x, depends_on: [s${(index + 1) % (size / 10)}]}\n`).join('')}`,
    };
    for (const [name, make] of Object.entries(shapes)) {
      it(name, function () {
        this.timeout(120_000);
        const small = make(500);
        const large = make(4000);
        findings(compose, small);
        const [short, long] = [fastest(() => findings(compose, small), 3), fastest(() => findings(compose, large), 3)];
        // Eight times the text: linear work takes about eight times as long (more when memory has to be cleared up),
        // quadratic work 64 times.
        assert.ok(long < 40 * Math.max(short, 2), `${short.toFixed(1)} ms became ${long.toFixed(1)} ms`);
      });
    }
  });

  it('50 MB, binary files', function () {
    this.timeout(60_000);
    assert.equal(findings(compose, 'a: b\n'.repeat(10_000_000)).length, 1);
    assert.equal(findings(compose, '\0\u0001\u0002'.repeat(1000)).length, 1);
  });
});

describe('robustness: ignore files', () => {
  for (const { name, text } of corpus('dockerignore')) {
    it(`${name}: nothing thrown, stable when fixed`, async () => {
      assertFindingsInside(dockerignore, text);
      assertFixedOnce(dockerignore, text);
      for (let offset = 0; offset <= text.length; offset += 7) await askEverything(dockerignore, text, offset);
    });
  }

  it('garbage', async () => {
    const next = random(9);
    for (let round = 0; round < 200; round++) {
      const text = mutate('# a\n!b\n**/c\n[a-z]\n../d\nx # y\n', next, [
        '!',
        '#',
        '\\',
        '[',
        ']',
        '\r\n',
        '\n',
        '**',
        '/',
        '..',
        ' ',
        '\uFEFF',
      ]);
      assertFindingsInside(dockerignore, text);
      assertFixedOnce(dockerignore, text);
      await askEverything(dockerignore, text, Math.floor(next() * (text.length + 1)));
    }
  });
});
