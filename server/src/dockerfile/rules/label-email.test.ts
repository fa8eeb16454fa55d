import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('label-email', () => {
  it('knows addresses', async () => {
    await check(dockerfile, 'label-email', 'FROM a:1\nLABEL x=a.b+c@d.e y=no\nLABEL x="\\"a b\\"@[127.0.0.1]"\n', {
      options: { labelSchema: { x: 'email' } },
    });
    await check(dockerfile, 'label-email', 'FROM a:1\nLABEL x=«a@»\nLABEL x=«a..b@c»\n', {
      options: { labelSchema: { x: 'email' } },
    });
  });
});
