import assert from 'node:assert/strict';
import { emptyHost } from '../host.ts';
import { defaultFeatureSettings, type FeatureContext } from '../language.ts';
import { check, checkExamples, memoryHost } from '../lint/testing.ts';
import { dockerignoreFile } from './file.ts';
import { dockerignore } from './language.ts';

checkExamples(dockerignore);

describe('ignore files', () => {
  const patterns = (text: string): string[] =>
    dockerignoreFile('file:///.dockerignore', text).patterns.map(
      ({ isException, cleaned }) => `${isException ? '!' : ''}${cleaned}`,
    );

  it('are read as the builder reads them', () => {
    assert.deepEqual(patterns('\uFEFF# a\n\n  ./b//c/ \n! /d\n#e\n #f\na/../g\r\n/\n'), ['b/c', '!d', '#f', 'g', '']);
  });

  it('may hold any well-formed pattern', async () => {
    await check(dockerignore, 'ignore-pattern-syntax', '[a-z]\n[^a]*\n\\[\n[\\]]\n**/x\n«[]»\n«[a-]»\n«[^»\n«[a\\»\n');
  });

  it('let comments silence rules', async () => {
    await check(dockerignore, 'ignore-outside-context', '# dockwright ignore=ignore-outside-context\n../a\n«../b»\n');
  });
});

const context: FeatureContext = {
  host: { ...emptyHost, ...memoryHost({ 'src/a.ts': '', 'README.md': '', 'app.log': '' }) },
  settings: defaultFeatureSettings,
  snippets: true,
};

async function labels(text: string): Promise<string[]> {
  const file = dockerignore.parse('file:///project/.dockerignore', text);
  const found = (await dockerignore.features.completion?.(file, text.length, context)) ?? [];
  return found.map(({ label }) => label);
}

describe('completion in ignore files', () => {
  it('offers files and usual patterns', async () => {
    const found = await labels('!');
    assert.ok(['src', 'README.md', '.git'].every((label) => found.includes(label)));
    assert.deepEqual(await labels('src/'), ['src/a.ts']);
    assert.deepEqual(await labels('# '), []);
  });
});

describe('hover in ignore files', () => {
  it('puts patterns into words', async () => {
    const file = dockerignore.parse('file:///project/.dockerignore', '!**/*.md\ndist\n');
    const text = async (offset: number): Promise<string> => {
      const found = await dockerignore.features.hover?.(file, offset, context);
      return JSON.stringify(found?.contents);
    };
    assert.match(await text(2), /Keeps `\*\*\/\*\.md`.*any folder/);
    assert.match(await text(10), /Leaves out `dist`.*top of the context/);
  });
});
