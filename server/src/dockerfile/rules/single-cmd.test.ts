import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('single-cmd', () => {
  it('counts for each stage', async () => {
    await check(dockerfile, 'single-cmd', 'FROM a:1\nCMD a\nFROM b:1\nCMD a\nONBUILD CMD b\n');
    await check(dockerfile, 'single-cmd', 'FROM a:1\n«CMD» a\n«CMD» b\nCMD c\n', { fixed: 'FROM a:1\nCMD c\n' });
    await check(dockerfile, 'single-cmd', 'FROM a:1\nCMD a\n«CMD» b\n«CMD» c\n', { options: { exact: true } });
  });
  it('removes all lines of the earlier one', async () => {
    await check(dockerfile, 'single-cmd', 'FROM a:1\n«CMD» a \\\n  b\nRUN x\nCMD c', {
      fixed: 'FROM a:1\nRUN x\nCMD c',
    });
  });
});
