import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-empty-label', () => {
  it('looks at labels of the schema only', async () => {
    await check(dockerfile, 'no-empty-label', 'FROM a:1\nLABEL y="" x=1\n', {
      options: { labelSchema: { x: 'text' } },
    });
    await check(dockerfile, 'no-empty-label', 'FROM a:1\nLABEL «x=»\n', { options: { labelSchema: { x: 'url' } } });
    await check(dockerfile, 'no-empty-label', 'FROM a:1\nLABEL x=\n');
  });
});
