import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('label-date-time', () => {
  it('knows real dates', async () => {
    await check(
      dockerfile,
      'label-date-time',
      'FROM a:1\nLABEL x=2024-02-29T23:59:60.5Z y=no\nLABEL x="2021-03-10t10:26:33z"\n',
      { options: { labelSchema: { x: 'rfc3339' } } },
    );
    await check(
      dockerfile,
      'label-date-time',
      'FROM a:1\nLABEL x=«2023-02-29T00:00:00Z»\nLABEL x=«"2021-03-10 10:26:33Z"»\n',
      { options: { labelSchema: { x: 'rfc3339' } } },
    );
  });
  it('leaves open what only the build knows', async () => {
    await check(dockerfile, 'label-date-time', 'FROM a:1\nARG D\nLABEL x=$D\n', {
      options: { labelSchema: { x: 'rfc3339' } },
    });
    await check(dockerfile, 'label-date-time', 'FROM a:1\nARG D\nLABEL x=«$D»\n', {
      options: { labelSchema: { x: 'rfc3339' }, exact: true },
    });
    await check(dockerfile, 'label-date-time', 'FROM a:1\nARG D=1\nLABEL x=«$D»\n', {
      options: { labelSchema: { x: 'rfc3339' } },
    });
  });
});
