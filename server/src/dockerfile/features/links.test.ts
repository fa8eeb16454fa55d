import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { imagePage } from '../../image/page.ts';
import { parseImageReference } from '../../image/reference.ts';
import { dockerfileFile } from '../model/file.ts';
import { links } from './links.ts';
import { context, halfTyped, hostWith, testFile, testUri, withMarks } from './testing.ts';

async function linked(text: string, files: Readonly<Record<string, string>> = {}) {
  const file = testFile(text);
  const found = await links(file, context({ host: hostWith({ 'project/Dockerfile': text, ...files }) }));
  return {
    text: withMarks(
      file,
      found.map(({ range }) => range),
    ),
    targets: found.map(({ target }) => target),
  };
}

describe('links', () => {
  it('lead from images to their pages, and from nothing else in FROM', async () => {
    const { text, targets } = await linked(
      '# syntax=docker/dockerfile:1\nARG V=3\nARG W\nFROM alpine:$V AS a\nFROM a\nFROM scratch\nFROM $W\nFROM localhost:5000/x\nCOPY --from=nginx:1 a b\nCOPY --from=a a b\nRUN --mount=from=ghcr.io/a/b,target=/x true\n',
    );
    assert.equal(
      text,
      '# syntax=«docker/dockerfile:1»\nARG V=3\nARG W\nFROM «alpine:$V» AS a\nFROM a\nFROM scratch\nFROM $W\nFROM localhost:5000/x\nCOPY --from=«nginx:1» a b\nCOPY --from=a a b\nRUN --mount=from=«ghcr.io/a/b»,target=/x true\n',
    );
    assert.deepEqual(targets, [
      'https://hub.docker.com/r/docker/dockerfile',
      'https://hub.docker.com/_/alpine',
      'https://hub.docker.com/_/nginx',
      'https://ghcr.io/a/b',
    ]);
  });

  it('know the pages of registries', () => {
    const page = (name: string) => imagePage(parseImageReference(name));
    assert.equal(page('mcr.microsoft.com/dotnet/sdk:9.0'), 'https://mcr.microsoft.com/artifact/mar/dotnet/sdk/about');
    assert.equal(page('quay.io/a/b@sha256:123'), undefined);
    assert.equal(page('quay.io/a/b:1'), 'https://quay.io/repository/a/b');
    assert.equal(page('docker.io/library/redis'), 'https://hub.docker.com/_/redis');
    assert.equal(page('public.ecr.aws/lambda/python:3'), 'https://gallery.ecr.aws/lambda/python');
    for (const name of ['example.com/a/b', 'Alpine', '', '$X/y', 'a/b/c', 'scratch', 'localhost/x']) {
      assert.equal(page(name), undefined, name);
    }
  });

  it('lead to files of the build context, not to folders, patterns or what is missing', async () => {
    const { text, targets } = await linked(
      'FROM a\nARG F=b\nCOPY "a.txt" dir $F*.txt sub/x\\ y.txt gone *.md ./\nCOPY ["sub/a b.txt", "/"]\nCOPY --from=x a.txt .\nRUN --mount=type=bind,source=a.txt,target=/a true\nADD https://example.com/x ./a.txt /\n',
      { 'project/a.txt': '', 'project/sub/a b.txt': '', 'project/dir/x': '' },
    );
    assert.equal(
      text,
      'FROM «a»\nARG F=b\nCOPY «"a.txt"» dir $F*.txt sub/x\\ y.txt gone *.md ./\nCOPY ["«sub/a b.txt»", "/"]\nCOPY --from=«x» a.txt .\nRUN --mount=type=bind,source=«a.txt»,target=/a true\nADD https://example.com/x «./a.txt» /\n',
    );
    assert.deepEqual(targets.slice(2), [
      'file:///project/a.txt',
      'file:///project/sub/a%20b.txt',
      'file:///project/a.txt',
      'file:///project/a.txt',
    ]);
  });

  it('take the folder for the build context that has what is copied', async () => {
    const text = 'FROM a\nCOPY src/main.go go.mod /\n';
    const uri = 'file:///project/docker/Dockerfile';
    const host = hostWith({
      'project/.git/config': '',
      'project/docker/Dockerfile': text,
      'project/docker/go.mod': '',
      'project/go.mod': '',
      'project/src/main.go': '',
    });
    const found = await links(dockerfileFile(uri, text), context({ host }));
    assert.deepEqual(
      found.slice(1).map(({ target }) => target),
      ['file:///project/src/main.go', 'file:///project/go.mod'],
    );
  });

  it('lead from the whole context to its ignore file', async () => {
    const ignoreFile = { uri: 'file:///project/.dockerignore', text: '' };
    const file = dockerfileFile(testUri, 'FROM scratch\nCOPY . .\n', {
      ignoreFile,
      contextIsKnown: true,
      sources: {},
      ignored: [],
    });
    const found = await links(file, context({ host: hostWith({ 'project/Dockerfile': '' }) }));
    assert.deepEqual(
      found.map(({ target }) => target),
      [ignoreFile.uri],
    );
  });

  it('survive half-typed files', async function () {
    this.timeout(20_000);
    for (const text of halfTyped) await linked(text);
  });
});
