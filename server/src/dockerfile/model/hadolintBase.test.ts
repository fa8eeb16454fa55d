import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { splitAsHadolint } from './hadolintBase.ts';

describe('splitAsHadolint', () => {
  it('cuts an image name as hadolint does', () => {
    const parts = (image: string) => {
      const { registry, name, tag, digest } = splitAsHadolint(image);
      return [registry, name, tag, digest];
    };
    assert.deepEqual(parts('debian'), [undefined, 'debian', undefined, undefined]);
    assert.deepEqual(parts('debian:12'), [undefined, 'debian', '12', undefined]);
    assert.deepEqual(parts('a.b/c/d:1@sha256:0'), ['a.b', 'c/d', '1', 'sha256:0']);
    assert.deepEqual(parts('a.b:5000/c'), ['a.b:5000', 'c', undefined, undefined]);
    assert.deepEqual(parts('localhost:5000/x'), [undefined, 'localhost', '5000/x', undefined]);
    assert.deepEqual(parts('debian@sha256:0'), [undefined, 'debian', undefined, 'sha256:0']);
    assert.deepEqual(parts('${A:-b}:1'), [undefined, '${A:-b}', '1', undefined]);
    assert.deepEqual(parts('a:${B@x}'), [undefined, 'a', '${B@x}', undefined]);
    assert.deepEqual(parts('a.b/$C'), ['a.b', '$C', undefined, undefined]);
  });
});
