import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('require-healthcheck', () => {
  it('looks at the image that is started, not at what builds it', async () => {
    await check(
      dockerfile,
      'require-healthcheck',
      'FROM a:1 AS build\nFROM a:1 AS test\nFROM «b:1»\nCOPY --from=build x /\n',
    );
    await check(dockerfile, 'require-healthcheck', 'FROM «a:1» AS build\nFROM «b:1»\nCOPY --from=build x /\n', {
      options: { exact: true },
    });
  });
  it('excuses stages that a checked one is built on', async () => {
    await check(dockerfile, 'require-healthcheck', 'FROM a:1 AS b\nFROM b AS c\nFROM c\nHEALTHCHECK NONE\n');
    await check(dockerfile, 'require-healthcheck', 'FROM a:1 AS b\nFROM b AS c\nHEALTHCHECK CMD x\nFROM «b»\n');
    await check(dockerfile, 'require-healthcheck', 'FROM a:1\nHEALTHCHECK CMD x\nFROM «a:1»\n');
    await check(dockerfile, 'require-healthcheck', 'FROM a:1\nHEALTHCHECK CMD x\nFROM a:1\n', {
      options: { exact: true },
    });
  });
});
