import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('label-url', () => {
  it('knows URLs', async () => {
    await check(dockerfile, 'label-url', 'FROM a:1\nLABEL x=https://e.com/a?b=c#d y=no\nLABEL x=mailto:a@b\n', {
      options: { labelSchema: { x: 'url' } },
    });
    await check(dockerfile, 'label-url', 'FROM a:1\nLABEL x=«e.com»\nLABEL x=«"https://e.com/a b"»\n', {
      options: { labelSchema: { x: 'url' } },
    });
  });
});
