import assert from 'node:assert/strict';
import { emptyLayer } from '../lint/config.ts';
import type { Linter } from './linter.ts';
import type { FileResult } from './results.ts';
import { lintShared, type Threads, threadsFor } from './share.ts';

const threads = (count: number): Threads => ({ count, lint: () => Promise.reject(new Error('not asked')) });
const paths = (count: number): string[] => Array.from({ length: count }, (_, index) => `/${index}`);

const share = { configuration: { search: false, stated: emptyLayer }, options: { fix: false, checkFormat: false } };

/** A linter that finds nothing, and the paths it was given. */
function fakeLinter(): { linter: Linter; here: string[]; added: number[] } {
  const here: string[] = [];
  const added: number[] = [];
  const file = async (path: string) => {
    here.push(path);
    // Others get their turn.
    await new Promise((resolve) => setImmediate(resolve));
    return { path, findings: [] };
  };
  const linter = {
    file,
    files: async (part: readonly string[]) => {
      const results = [];
      for (const path of part) results.push(await file(path));
      return results;
    },
    add: ({ fixed }: { fixed: number }) => added.push(fixed),
  } as unknown as Linter;
  return { linter, here, added };
}

describe('files that are linted in threads', () => {
  it('are shared only when they are more than a thread pays for', () => {
    assert.equal(threadsFor(199, threads(8)), 1);
    assert.equal(threadsFor(200, threads(8)), 2);
    assert.equal(threadsFor(10_000, threads(3)), 3);
    assert.equal(threadsFor(1000, undefined), 1);
    assert.equal(threadsFor(0, threads(2)), 1);
  });

  it('are linted once each, and come in their order', async () => {
    const names = paths(333);
    const elsewhere: string[] = [];
    const told: string[] = [];
    const others: Threads = {
      count: 3,
      async lint({ paths: all, taken }) {
        const results = new Map<number, FileResult | undefined>();
        const count = new Int32Array(taken);
        for (let first = Atomics.add(count, 0, 5); first < all.length; first = Atomics.add(count, 0, 5)) {
          for (const [index, path] of all.slice(first, first + 5).entries()) {
            elsewhere.push(path);
            results.set(first + index, { path, findings: [] });
          }
          await new Promise((resolve) => setImmediate(resolve));
        }
        return { results, errors: ['hm'], failed: false, fixed: 7, fixedFiles: 1 };
      },
    };
    const { linter, here, added } = fakeLinter();
    const results = await lintShared(names, linter, others, share, (error) => told.push(error));
    assert.deepEqual(
      results.map((result) => result?.path),
      names,
    );
    assert.ok(here.length > 0 && elsewhere.length > 0);
    assert.deepEqual([...here, ...elsewhere].sort(), [...names].sort());
    assert.deepEqual(added, [7, 7]);
    assert.deepEqual(told, ['hm', 'hm']);
  });

  it('are linted here where a thread ends before its work', async () => {
    const names = paths(220);
    const { linter, here, added } = fakeLinter();
    const dying: Threads = {
      count: 2,
      lint({ taken }) {
        Atomics.add(new Int32Array(taken), 0, 50);
        return Promise.reject(new Error('out of memory'));
      },
    };
    const results = await lintShared(names, linter, dying, share, () => undefined);
    assert.deepEqual(
      results.map((result) => result?.path),
      names,
    );
    assert.deepEqual([...here].sort(), [...names].sort());
    assert.deepEqual(added, []);
  });
});
