import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-copy-from-own-stage', () => {
  it('leaves it to the error of the language outside the profile hadolint', async () => {
    await check(dockerfile, 'no-copy-from-own-stage', 'FROM a:1 AS b\nCOPY --from=b x y\n');
    await check(dockerfile, 'no-copy-from-own-stage', 'FROM a:1 AS b\nCOPY --from=0 x y\nCOPY --from=B x y\n', {
      options: { exact: true },
    });
  });
});
