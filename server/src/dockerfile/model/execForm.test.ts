import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { misspeltArray } from './execForm.ts';

describe('arrays that are not JSON', () => {
  const arrays: Record<string, readonly string[]> = {
    "['a', 'b c']": ['a', 'b c'],
    '["a", "b",]': ['a', 'b'],
    '["a" "b"]': ['a', 'b'],
    '["a", \'b\'] # why': ['a', 'b'],
    '[a, b]': ['a', 'b'],
    '[a]': ['a'],
    '["C:\\app"]': ['C:\\app'],
    '["a\tb"]': ['a\tb'],
  };
  for (const [text, words] of Object.entries(arrays))
    it(`reads ${text}`, () => assert.deepEqual(misspeltArray(text), words));

  for (const text of [
    '[ -f x ] && y',
    '[ "$a" = b ]',
    '[ -n "$a" ]',
    '[ -f x ]',
    '[[ $a ]]',
    '["a"',
    'a',
    '[]',
    '["a"] && b',
  ])
    it(`leaves ${text} alone`, () => assert.equal(misspeltArray(text), undefined));
});
