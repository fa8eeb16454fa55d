import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-fixed-platform', () => {
  it('leaves platforms of the build alone', async () => {
    await check(
      dockerfile,
      'no-fixed-platform',
      'FROM --platform=${BUILDPLATFORM:-linux/amd64} a:1\nFROM --platform="$TARGETPLATFORM" a:1\n',
    );
    await check(dockerfile, 'no-fixed-platform', 'FROM «--platform=linux/arm64» a:1 AS x\n', {
      fixed: 'FROM a:1 AS x\n',
    });
  });
});
