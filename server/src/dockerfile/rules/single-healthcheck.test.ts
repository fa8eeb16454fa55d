import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('single-healthcheck', () => {
  it('counts for each stage', async () => {
    await check(
      dockerfile,
      'single-healthcheck',
      'FROM a:1\nHEALTHCHECK CMD a\nFROM b:1\nHEALTHCHECK CMD a\nONBUILD HEALTHCHECK CMD b\n',
    );
    await check(
      dockerfile,
      'single-healthcheck',
      'FROM a:1\n«HEALTHCHECK» CMD a\n«HEALTHCHECK» CMD b\nHEALTHCHECK CMD c\n',
      { fixed: 'FROM a:1\nHEALTHCHECK CMD c\n' },
    );
    await check(
      dockerfile,
      'single-healthcheck',
      'FROM a:1\nHEALTHCHECK CMD a\n«HEALTHCHECK» CMD b\n«HEALTHCHECK» CMD c\n',
      { options: { exact: true } },
    );
  });
  it('counts NONE', async () => {
    await check(dockerfile, 'single-healthcheck', 'FROM a:1\n«HEALTHCHECK» NONE\nHEALTHCHECK CMD a\n');
  });
});
