import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('label-git-hash', () => {
  it('wants seven or forty digits', async () => {
    await check(
      dockerfile,
      'label-git-hash',
      'FROM a:1\nLABEL x=0123abc\nLABEL x=0000000000000000000000000000000000000000\n',
      { options: { labelSchema: { x: 'hash' } } },
    );
    await check(dockerfile, 'label-git-hash', 'FROM a:1\nLABEL x=«0123ab»\nLABEL x=«ABCDEF0»\n', {
      options: { labelSchema: { x: 'hash' } },
    });
  });
});
