import assert from 'node:assert/strict';
import { parsePlainYaml } from './plainYaml.ts';

describe('parsePlainYaml', () => {
  it('reads values of YAML and JSON', () => {
    assert.deepEqual(parsePlainYaml('a: [1, off]\nb: {c: true}').value, { a: [1, 'off'], b: { c: true } });
    assert.deepEqual(parsePlainYaml('{"a": 1}').value, { a: 1 });
    assert.equal(parsePlainYaml('').value, null);
  });

  it('tells where a path stands', () => {
    const text = 'a:\n  b: [x, y]\n1: z\n';
    const { locate } = parsePlainYaml(text);
    assert.equal(text.slice(locate(['a', 'b'])).slice(0, 1), 'b');
    assert.equal(text.slice(locate(['a', 'b', 1])).slice(0, 1), 'y');
    assert.equal(text.slice(locate(['1'])).slice(0, 1), '1');
    assert.equal(locate(['a', 'none']), locate(['a']));
    assert.equal(locate([]), 0);
  });

  it('reports errors with their place, and never throws', () => {
    const { value, errors } = parsePlainYaml('a: [1\nb: }');
    assert.equal(value, undefined);
    assert.ok(errors.length > 0);
    assert.ok(errors.every(({ offset }) => offset > 0));
    assert.ok(parsePlainYaml('a: *b').errors.length > 0);
    const bomb =
      'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]';
    assert.equal(parsePlainYaml(bomb).errors.length, 1);
  });
});
