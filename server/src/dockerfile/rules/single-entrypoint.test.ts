import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('single-entrypoint', () => {
  it('counts for each stage', async () => {
    await check(
      dockerfile,
      'single-entrypoint',
      'FROM a:1\nENTRYPOINT a\nFROM b:1\nENTRYPOINT a\nONBUILD ENTRYPOINT b\n',
    );
    await check(dockerfile, 'single-entrypoint', 'FROM a:1\n«ENTRYPOINT» a\n«ENTRYPOINT» b\nENTRYPOINT c\n', {
      fixed: 'FROM a:1\nENTRYPOINT c\n',
    });
    await check(dockerfile, 'single-entrypoint', 'FROM a:1\nENTRYPOINT a\n«ENTRYPOINT» b\n«ENTRYPOINT» c\n', {
      options: { exact: true },
    });
  });
});
