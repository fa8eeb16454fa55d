import assert from 'node:assert/strict';
import { emptyLayer } from '../lint/config.ts';
import type { Linter } from './linter.ts';
import { joined, lintShared, partsOf, type Threads } from './share.ts';

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

describe('files that are linted in threads', () => {
  it('are linted here where a thread ends before its work', async () => {
    const names = paths(220);
    const here: string[] = [];
    const linter = {
      files: async (part: readonly string[]) => {
        here.push(...part);
        return part.map((path) => ({ path, findings: [] }));
      },
      add: () => assert.fail('nothing was done elsewhere'),
    } as unknown as Linter;
    const share = { configuration: { search: false, stated: emptyLayer }, options: { fix: false, checkFormat: false } };
    const results = await lintShared(names, linter, threads(2), share, () => undefined);
    assert.deepEqual(
      results.map((result) => result?.path),
      names,
    );
    assert.deepEqual([...here].sort(), [...names].sort());
  });
});
