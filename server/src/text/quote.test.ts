import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quote } from './quote.ts';

describe('quote', () => {
  it('shows a text on one line and not too much of it', () => {
    assert.equal(quote('a  b\n\tc'), "'a b c'");
    assert.equal(quote(''), "''");
    assert.equal(quote('x'.repeat(60)), `'${'x'.repeat(60)}'`);
    assert.equal(quote('x'.repeat(61)), `'${'x'.repeat(59)}…'`);
    assert.equal(quote(`a${' '.repeat(100)}b`), "'a b'");
    assert.equal(quote('x'.repeat(1000)), `'${'x'.repeat(59)}…'`);
  });
});
