import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-zypper-dist-upgrade', () => {
  it('knows both names', async () => {
    await check(dockerfile, 'no-zypper-dist-upgrade', 'FROM a:1\nRUN «zypper -n dist-upgrade»\nRUN zypper update\n');
    await check(dockerfile, 'no-zypper-dist-upgrade', 'FROM a:1\nRUN zypper search dup\n');
  });
});
