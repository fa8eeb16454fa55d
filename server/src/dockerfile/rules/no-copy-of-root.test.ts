import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-copy-of-root', () => {
  it('looks at whole file systems only', async () => {
    await check(dockerfile, 'no-copy-of-root', 'FROM a:1\nCOPY / /\nCOPY --from=b:1 /a /\nCOPY --from=b:1 / /a\n');
    await check(dockerfile, 'no-copy-of-root', 'FROM a:1\nCOPY --from=b:1 /a «"/"» /\n');
  });
});
