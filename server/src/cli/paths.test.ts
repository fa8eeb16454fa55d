import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { childPath, displayPath, nameOf, parentPath, pathOf, uriOf } from './paths.ts';

describe('paths', () => {
  it('go up and down', () => {
    assert.equal(parentPath('/a/b'), '/a');
    assert.equal(parentPath('/a'), '/');
    assert.equal(parentPath('/'), undefined);
    assert.equal(parentPath('C:/a'), 'C:/');
    assert.equal(parentPath('C:/'), undefined);
    assert.equal(childPath('/', 'a'), '/a');
    assert.equal(childPath('/a', 'b'), '/a/b');
    assert.equal(nameOf('/a/b.c'), 'b.c');
  });

  it('are shown from where one stands', () => {
    assert.equal(displayPath('/a', '/a/b/c'), 'b/c');
    assert.equal(displayPath('/a', '/ab/c'), '/ab/c');
    assert.equal(displayPath('/', '/b'), 'b');
  });

  it('are URIs and back, whatever is in them', () => {
    for (const path of ['/a/b', '/a b/ü', '/a%20b', '/a#b?c', '/x&y=z']) {
      assert.equal(uriOf(path), pathToFileURL(path).href);
      assert.equal(pathOf(uriOf(path)), path);
    }
    assert.equal(pathOf('untitled:x'), undefined);
    assert.equal(pathOf('file://host/x'), undefined);
  });
});
