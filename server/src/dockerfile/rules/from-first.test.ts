import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('from-first', () => {
  it('leaves it to the error of the language outside the profile hadolint', async () => {
    await check(dockerfile, 'from-first', 'RUN a\nFROM b:1\n');
    await check(dockerfile, 'from-first', '«RUN» a\n«ONBUILD» RUN a\n', { options: { exact: true } });
    await check(dockerfile, 'from-first', '# x\nARG A\nFROM b:1\nRUN a\n', { options: { exact: true } });
  });
});
