import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('required-label', () => {
  it('excuses stages that a labelled one is made from', async () => {
    await check(dockerfile, 'required-label', 'FROM a:1 AS b\nFROM b AS c\nLABEL x=1\n', {
      options: { labelSchema: { x: 'text' } },
    });
    await check(dockerfile, 'required-label', 'FROM «a:1» AS b\nFROM b AS c\nLABEL x=1\n', {
      options: { labelSchema: { x: 'text' }, exact: true },
    });
    await check(dockerfile, 'required-label', 'FROM a:1 AS b\nFROM c:1\nLABEL x=1\nRUN --mount=from=b,target=/b d\n', {
      options: { labelSchema: { x: 'text' } },
    });
    await check(dockerfile, 'required-label', 'FROM a:1 AS b\nLABEL "x"=1\nFROM b\n', {
      options: { labelSchema: { x: 'text' } },
    });
  });
  it('reports every label and stage', async () => {
    await check(dockerfile, 'required-label', 'FROM «a:1»\nFROM «b:1»\n', { options: { labelSchema: { x: 'text' } } });
    await check(dockerfile, 'required-label', 'FROM a:1\nLABEL x=1\nFROM «b:1»\n', {
      options: { labelSchema: { x: 'text' } },
      fixed: 'FROM a:1\nLABEL x=1\nFROM b:1\nLABEL x=""\n',
    });
    await check(dockerfile, 'required-label', 'FROM a:1\n');
  });
});
