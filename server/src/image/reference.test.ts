import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseImageReference } from './reference.ts';

/** `domain|path|tag|digest`, with `-` for what is absent. */
function split(text: string): string {
  const { domain, path, tag, digest } = parseImageReference(text);
  for (const part of [domain, path, tag, digest]) {
    if (part) assert.equal(text.slice(part.start, part.end), part.text);
  }
  return [domain, path, tag, digest].map((part) => part?.text ?? '-').join('|');
}

const sha256 = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImageReference', () => {
  it('splits a reference into its parts', () => {
    assert.equal(split('alpine'), '-|alpine|-|-');
    assert.equal(split('alpine:3.20'), '-|alpine|3.20|-');
    assert.equal(split('library/alpine:3.20'), '-|library/alpine|3.20|-');
    assert.equal(split('ghcr.io/owner/name:v1'), 'ghcr.io|owner/name|v1|-');
    assert.equal(split('localhost/name'), 'localhost|name|-|-');
    assert.equal(split('localhost:5000/name'), 'localhost:5000|name|-|-');
    assert.equal(split('localhost:5000'), '-|localhost|5000|-');
    assert.equal(split('Registry/name'), 'Registry|name|-|-');
    assert.equal(split('[::1]:5000/name:1'), '[::1]:5000|name|1|-');
    assert.equal(split(`alpine:3@${sha256}`), `-|alpine|3|${sha256}`);
    assert.equal(split(`registry:5000/a@${sha256}`), `registry:5000|a|-|${sha256}`);
  });

  it('does not split inside variables', () => {
    assert.equal(split('${IMAGE:-alpine:3@x}'), '-|${IMAGE:-alpine:3@x}|-|-');
    assert.equal(split('alpine:${TAG:-3.20}'), '-|alpine|${TAG:-3.20}|-');
    assert.equal(split('alpine:$TAG@$DIGEST'), '-|alpine|$TAG|$DIGEST');
    assert.equal(split('${REGISTRY:-docker.io/x}/alpine:3'), '-|${REGISTRY:-docker.io/x}/alpine|3|-');
    assert.equal(split('$REGISTRY:5000/alpine'), '$REGISTRY:5000|alpine|-|-');
    assert.equal(split('registry.${ZONE}/alpine'), 'registry.${ZONE}|alpine|-|-');
    assert.equal(split('${A:-${B:-x:y}}:1'), '-|${A:-${B:-x:y}}|1|-');
    assert.equal(split('${A'), '-|${A|-|-');
  });

  it('never finds fault with variables', () => {
    for (const text of [
      '$A',
      '${A:-X Y}',
      'alpine:$A',
      'alpine:${A}-Slim',
      'a@$D',
      '$R/$A',
      'x/${A}_/b',
      'h.io:$P/x',
    ]) {
      assert.equal(parseImageReference(text).error, undefined, text);
    }
  });

  it('says what is wrong, and where', () => {
    const cases: readonly [string, string, string][] = [
      ['', 'empty', ''],
      ['Alpine', 'uppercase', 'Alpine'],
      ['docker.io/My/name', 'uppercase', 'My'],
      ['-a/b', 'path', '-a'],
      ['a__b', '-', ''],
      ['a___b', 'path', 'a___b'],
      ['a--b', '-', ''],
      ['a..b', 'path', 'a..b'],
      ['a//b', 'path', ''],
      ['a b', 'path', 'a b'],
      ['/a', 'path', ''],
      [':1', 'path', ''],
      ['alpine:', 'tag', ''],
      ['alpine:.a', 'tag', '.a'],
      [`alpine:${'a'.repeat(128)}`, '-', ''],
      [`alpine:${'a'.repeat(129)}`, 'tag', 'a'.repeat(129)],
      ['alpine@', 'digest', ''],
      ['alpine@sha256:12', 'digest', 'sha256:12'],
      [`alpine@sha256:${'A'.repeat(64)}`, 'digest', `sha256:${'A'.repeat(64)}`],
      [`alpine@md5:${'a'.repeat(32)}`, '-', ''],
      [`alpine@${sha256}`, '-', ''],
      ['a'.repeat(256), 'too-long', 'a'.repeat(256)],
      ['ab'.repeat(32), 'image-id', 'ab'.repeat(32)],
      ['ho_st.io/x', 'domain', 'ho_st.io'],
      ['a:b/c', 'domain', 'a:b'],
      ['h.io:/c', 'domain', 'h.io:'],
      ['http://h/x', 'domain', 'http:'],
    ];
    for (const [text, kind, at] of cases) {
      const { error } = parseImageReference(text);
      assert.equal(error?.kind ?? '-', kind, text);
      if (error) assert.equal(text.slice(error.at.start, error.at.end), at, text);
    }
  });

  it('gives familiar and canonical names', () => {
    const names = (text: string) => {
      const { familiarName, canonicalName, canonical } = parseImageReference(text);
      return [familiarName, canonicalName, canonical];
    };
    assert.deepEqual(names('nginx'), ['nginx', 'docker.io/library/nginx', 'docker.io/library/nginx:latest']);
    assert.deepEqual(names('docker.io/library/nginx:1'), [
      'nginx',
      'docker.io/library/nginx',
      'docker.io/library/nginx:1',
    ]);
    assert.deepEqual(names('index.docker.io/a/b'), ['a/b', 'docker.io/a/b', 'docker.io/a/b:latest']);
    assert.deepEqual(names('ghcr.io/a'), ['ghcr.io/a', 'ghcr.io/a', 'ghcr.io/a:latest']);
    assert.deepEqual(names(`a@${sha256}`), ['a', 'docker.io/library/a', `docker.io/library/a@${sha256}`]);
    assert.deepEqual(names('$R/a:1'), ['$R/a', '$R/a', '$R/a:1']);
  });

  it('knows scratch', () => {
    assert.equal(parseImageReference('scratch').isScratch, true);
    assert.equal(parseImageReference('scratch:1').isScratch, false);
    assert.equal(parseImageReference('Scratch').isScratch, false);
  });

  it('answers any text in linear time', () => {
    for (const piece of ['/', ':', '@', '${', '}', '$', 'a', 'a-', '.', '${a:-', 'A', '[']) {
      parseImageReference(piece.repeat(100_000));
      parseImageReference(`a/${piece.repeat(100_000)}:x@y`);
    }
  });
});
