import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-unknown-label', () => {
  it('is off unless labels are strict', async () => {
    await check(dockerfile, 'no-unknown-label', 'FROM a:1\nLABEL y=1\n', { options: { labelSchema: { x: 'text' } } });
  });
  it('removes the pair and nothing else', async () => {
    await check(dockerfile, 'no-unknown-label', 'FROM a:1\nLABEL «y»=1 \\\n  x=2\n', {
      options: { labelSchema: { x: 'text' }, strictLabels: true },
      fixed: 'FROM a:1\nLABEL x=2\n',
    });
    await check(dockerfile, 'no-unknown-label', 'FROM a:1\nLABEL «y»=1\nRUN a\n', {
      options: { labelSchema: { x: 'text' }, strictLabels: true },
      fixed: 'FROM a:1\nRUN a\n',
    });
  });
});
