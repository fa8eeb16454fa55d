import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('onbuild-instruction', () => {
  it('leaves it to the error of the language outside the profile hadolint', async () => {
    await check(dockerfile, 'onbuild-instruction', 'FROM a:1\nONBUILD FROM b\n');
    await check(
      dockerfile,
      'onbuild-instruction',
      'FROM a:1\nONBUILD «FROM» b\nONBUILD «MAINTAINER» c\nONBUILD RUN d\n',
      { options: { exact: true } },
    );
  });
});
