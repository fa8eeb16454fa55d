import assert from 'node:assert/strict';
import { joined, partsOf, type Threads } from './share.ts';

const threads = (count: number): Threads => ({ count, lint: () => Promise.reject(new Error('not asked')) });
const paths = (count: number): string[] => Array.from({ length: count }, (_, index) => `/${index}`);

describe('shares of files', () => {
  it('are made only of more files than a thread pays for', () => {
    assert.equal(partsOf(paths(199), threads(8)).length, 1);
    assert.equal(partsOf(paths(200), threads(8)).length, 2);
    assert.equal(partsOf(paths(10_000), threads(3)).length, 3);
    assert.deepEqual(partsOf(paths(1000), undefined), [paths(1000)]);
    assert.deepEqual(partsOf([], threads(2)), [[]]);
  });

  it('are put together in the order of the files', () => {
    for (const count of [200, 201, 301, 302, 303])
      assert.deepEqual(joined(partsOf(paths(count), threads(3))), paths(count));
  });
});
