import assert from 'node:assert/strict';
import { decode, NotText } from './text.ts';

describe('decode', () => {
  it('keeps nothing of one file for the next', () => {
    assert.equal(decode(Buffer.from('a\u00e4')).text, 'a\u00e4');
    const broken = decode(Uint8Array.of(0x61, 0xc3));
    assert.equal(broken.text, 'a\ufffd');
    assert.equal(broken.encode, undefined);
    assert.equal(decode(Buffer.from('b\u00f6')).text, 'b\u00f6');
  });

  it('leaves a byte order mark out and writes it again', () => {
    const { text, encode } = decode(Buffer.from('\ufeffFROM a'));
    assert.equal(text, 'FROM a');
    assert.equal(Buffer.from(encode?.('FROM b') ?? []).toString(), '\ufeffFROM b');
  });

  it('refuses what is no text', () => {
    assert.throws(() => decode(Uint8Array.of(0x61, 0, 0x62)), NotText);
  });
});
