import assert from 'node:assert/strict';
import { glob } from './glob.ts';

describe('glob', () => {
  const cases: [pattern: string, yes: string[], no: string[]][] = [
    ['Dockerfile', ['Dockerfile', 'a/b/Dockerfile', 'Dockerfile/x'], ['Dockerfile.dev', 'aDockerfile']],
    ['*.dev', ['x.dev', 'a/x.dev'], ['x.deva']],
    ['vendor/', ['vendor/a', 'x/vendor/a'], ['vendors/a']],
    ['./vendor', ['vendor/a/b', 'vendor'], ['x/vendor/a']],
    ['/vendor', ['vendor/a'], ['x/vendor/a']],
    ['a/*/c', ['a/b/c', 'a/b/c/d'], ['a/b/b/c', 'x/a/b/c']],
    ['a/**/c', ['a/c', 'a/b/c', 'a/b/b/c'], ['ac']],
    ['**/c', ['c', 'a/c', 'a/b/c'], ['abc']],
    ['a/**', ['a/b', 'a/b/c'], ['b/a/c']],
    ['**part**', ['a/xpartx', 'part', 'part/a'], ['par']],
    ['compose.{dev,test}.yaml', ['compose.dev.yaml', 'a/compose.test.yaml'], ['compose.prod.yaml']],
    ['x[ab]?', ['xa1', 'xb2'], ['xc1', 'xa', 'xa/']],
    ['x[!ab]', ['xc'], ['xa']],
    ['a(b)+.c', ['a(b)+.c'], ['abb.c']],
    ['{a', ['{a'], ['a']],
    ['[a', ['[a'], ['a']],
  ];
  for (const [pattern, yes, no] of cases) {
    it(pattern, () => {
      const test = glob(pattern);
      assert.deepEqual(
        yes.filter((path) => !test(path)),
        [],
      );
      assert.deepEqual(no.filter(test), []);
    });
  }

  it('survives nonsense', () => {
    assert.equal(glob('[z-a]')('[z-a]'), true);
  });
});
