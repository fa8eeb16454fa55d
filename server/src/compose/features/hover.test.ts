import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import type { Host } from '../../host.ts';
import { hover } from './hover.ts';
import { atCursor, context, withMarks } from './testing.ts';

type Files = Readonly<Record<string, string>>;

async function hovered(marked: string, files: Files = {}, host: Partial<Host> = {}) {
  const { file, offset } = await atCursor(marked, files);
  const found = await hover(file, offset, context(files, host));
  if (!found) return undefined;
  assert.ok(MarkupContent.is(found.contents) && found.range);
  return { on: withMarks(file, [found.range]), text: found.contents.value };
}

async function says(marked: string, on: string, patterns: readonly RegExp[], files: Files = {}): Promise<void> {
  const found = await hovered(marked, files);
  assert.ok(found, `nothing at ${marked}`);
  assert.ok(found.on.includes(on), found.on);
  for (const pattern of patterns) assert.match(found.text, pattern);
}

describe('hover', () => {
  it('documents keys', async () => {
    await says('services:\n  a:\n    depends‸_on: [b]\n', '«depends_on»', [/dependency/i, /services\/#depends_on/]);
    await says('services:\n  a:\n    build:\n      tar‸get: x\n', '«target»', [/stage/, /build\/#target/]);
    await says('ver‸sion: "3"\n', '«version»', [/Deprecated/]);
    assert.equal(await hovered('x-o‸wn: 1\n'), undefined);
  });

  it('shows the YAML a name stands for', async () => {
    const text = 'services:\n  a:\n    image: x\n    depends_on: [‸b]\n  b:\n    image: y # why\n    tty: true\n';
    await says(text, '«b»', [/Service `b`/, /\nb:\n {2}image: y # why\n {2}tty: true\n/]);
    await says('services:\n  a:\n    volumes:\n      - da‸ta:/x\nvolumes:\n  data:\n    driver: local\n', '«data»:/x', [
      /Volume `data`/,
      /driver: local/,
    ]);
  });

  it('looks into other files of the project', async () => {
    const files = { 'base.yaml': 'services:\n  base:\n    image: z\n' };
    await says(
      'services:\n  a:\n    extends:\n      file: base.yaml\n      service: ba‸se\n',
      '«base»',
      [/in `base.yaml`/, /image: z/],
      files,
    );
  });

  it('shows what aliases stand for', async () => {
    await says('x-a: &log\n  driver: local\nservices:\n  a:\n    logging: *l‸og\n', '*«log»', [/driver: local/]);
  });

  it('tells the value of variables', async () => {
    const files = { '.env': 'TAG=1.27\n' };
    await says(
      'services:\n  a:\n    image: nginx:${T‸AG:-1}\n',
      '${«TAG»:-1}',
      [/`1\.27`/, /not set or empty/, /`nginx:1\.27`/],
      files,
    );
    await says('services:\n  a:\n    image: nginx:${TAG:?why}\n    command: $T‸AG\n', '$«TAG»', [/Empty when/]);
  });

  it('puts ports and mounts into words', async () => {
    await says('services:\n  a:\n    ports:\n      - "80‸80:80/udp"\n', '«"8080:80/udp"»', [
      /port `80` \(udp\).*port `8080` on all addresses/,
    ]);
    await says('services:\n  a:\n    volumes:\n      - ./s‸rc:/app:ro\n', '«./src:/app:ro»', [
      /`\.\/src` of the host at `\/app`.*read-only/,
    ]);
  });

  it('tells what the engine knows of an image', async () => {
    const image = { id: `sha256:${'ab'.repeat(32)}`, tags: ['nginx:1.27'], size: 2_000_000, created: 0 };
    const found = await hovered('services:\n  a:\n    image: ngi‸nx:1.27\n', {}, { images: async () => [image] });
    assert.match(found?.text ?? '', /2\.0 MB, created 1970-01-01/);
    assert.match(found?.text ?? '', /hub\.docker\.com\/_\/nginx/);
  });
});
