import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { commonPlatforms, parsePlatform } from './platform.ts';

function normalized(text: string): string {
  const result = parsePlatform(text);
  return result.kind === 'platform' ? result.platform.normalized : result.kind;
}

describe('parsePlatform', () => {
  it('normalises platforms', () => {
    assert.equal(normalized('linux/amd64'), 'linux/amd64');
    assert.equal(normalized('Linux/x86_64'), 'linux/amd64');
    assert.equal(normalized('linux/x86-64/v1'), 'linux/amd64');
    assert.equal(normalized('linux/amd64/v3'), 'linux/amd64/v3');
    assert.equal(normalized('linux/aarch64'), 'linux/arm64');
    assert.equal(normalized('linux/arm64/v8'), 'linux/arm64');
    assert.equal(normalized('linux/arm'), 'linux/arm/v7');
    assert.equal(normalized('linux/arm/6'), 'linux/arm/v6');
    assert.equal(normalized('armhf'), 'linux/arm/v7');
    assert.equal(normalized('armel'), 'linux/arm/v6');
    assert.equal(normalized('i386'), 'linux/386');
    assert.equal(normalized('macos'), 'darwin');
    assert.equal(normalized('linux'), 'linux');
    assert.equal(normalized('any/words/pass'), 'any/words/pass');
  });

  it('reads version and features of the operating system', () => {
    const result = parsePlatform('windows(10.0.17763+win32k)/amd64');
    assert.equal(result.kind, 'platform');
    if (result.kind !== 'platform') return;
    assert.equal(result.platform.osVersion, '10.0.17763');
    assert.deepEqual(result.platform.osFeatures, ['win32k']);
    assert.equal(result.platform.normalized, 'windows/amd64');
  });

  it('refuses what is no platform', () => {
    for (const text of [
      '',
      '*',
      'linux/*',
      'a/b/c/d',
      'foo',
      'linux/',
      '/amd64',
      'linux/am d',
      'lin.ux/amd64',
      'x86',
      'constructor',
    ]) {
      assert.equal(normalized(text), 'error', text);
    }
  });

  it('leaves variables alone', () => {
    assert.equal(normalized('$BUILDPLATFORM'), 'variable');
    assert.equal(normalized('linux/${TARGETARCH}'), 'variable');
  });

  it('offers common platforms in normal form', () => {
    for (const platform of commonPlatforms) assert.equal(normalized(platform), platform);
  });
});
