import assert from 'node:assert/strict';
import { closest } from './closest.ts';

describe('closest', () => {
  it('finds what was meant', () => {
    assert.equal(closest('pin-bse-image', ['pin-base-image', 'other']), 'pin-base-image');
    assert.equal(closest('dl3006', ['DL3007', 'DL3006']), 'DL3006');
    assert.equal(closest('xyz', ['abc', 'abcdef']), undefined);
    assert.equal(closest('a', []), undefined);
  });
});
