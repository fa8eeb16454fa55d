import assert from 'node:assert/strict';
import { firstIndex } from './firstIndex.ts';

describe('firstIndex', () => {
  it('finds the first that passes in lists of any length', () => {
    for (let length = 0; length < 20; length++) {
      const list = Array.from({ length }, (_, index) => index);
      for (let from = 0; from <= length; from++)
        assert.equal(
          firstIndex(list, (entry) => entry >= from),
          from,
        );
    }
  });

  it('looks at few entries of a long list', () => {
    let looks = 0;
    const found = firstIndex(
      Array.from({ length: 100_000 }, (_, index) => index),
      (entry) => {
        looks++;
        return entry >= 70_000;
      },
    );
    assert.equal(found, 70_000);
    assert.ok(looks <= 17, `${looks} looks`);
  });
});
