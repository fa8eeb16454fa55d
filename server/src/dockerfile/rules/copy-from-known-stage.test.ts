import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('copy-from-known-stage', () => {
  it('knows stages in any case and anywhere, and images with a version', async () => {
    await check(
      dockerfile,
      'copy-from-known-stage',
      'FROM a:1 AS Build\nFROM b:1\nCOPY --from=build x y\nCOPY --from=0 x y\nCOPY --from=c:1 x y\nCOPY --from=c@sha256:0000000000000000000000000000000000000000000000000000000000000000 x y\nCOPY --from=later x y\nFROM b:1 AS later\n',
    );
    await check(dockerfile, 'copy-from-known-stage', 'FROM a:1 AS Build\nFROM b:1\nCOPY --from=«build» x y\n', {
      options: { exact: true },
    });
  });
  it('leaves what the language refuses to the language', async () => {
    await check(dockerfile, 'copy-from-known-stage', 'FROM a:1\nCOPY --from=7 x y\nCOPY --from=$X x y\n');
  });
  it('sees that a port is no tag', async () => {
    await check(dockerfile, 'copy-from-known-stage', 'FROM a:1\nCOPY --from=«localhost:5000/tool» x y\n');
    await check(dockerfile, 'copy-from-known-stage', 'FROM a:1\nCOPY --from=localhost:5000/tool x y\n', {
      options: { exact: true },
    });
  });
  it('offers the nearest stage', async () => {
    await check(dockerfile, 'copy-from-known-stage', 'FROM a:1 AS builder\nFROM b:1\nCOPY --from=«bilder» x y\n', {
      fixed: 'FROM a:1 AS builder\nFROM b:1\nCOPY --from=builder x y\n',
    });
    await check(dockerfile, 'copy-from-known-stage', 'FROM a:1 AS builder\nFROM b:1\nCOPY --from=«nginx» x y\n', {
      fixed: 'FROM a:1 AS builder\nFROM b:1\nCOPY --from=nginx x y\n',
    });
  });
});
