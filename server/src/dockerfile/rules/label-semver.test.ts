import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('label-semver', () => {
  it('knows versions', async () => {
    await check(dockerfile, 'label-semver', 'FROM a:1\nLABEL x=1.2.3-rc.1+b.5\n', {
      options: { labelSchema: { x: 'semver' } },
    });
    await check(dockerfile, 'label-semver', 'FROM a:1\nLABEL x=«1.2»\nLABEL x=«"v1.2.3"»\nLABEL x=«1.02.3»\n', {
      options: { labelSchema: { x: 'semver' } },
      fixed: 'FROM a:1\nLABEL x=1.2\nLABEL x=1.2.3\nLABEL x=1.02.3\n',
    });
    await check(dockerfile, 'label-semver', 'FROM a:1\nARG V=v1.2.3\nLABEL x=«$V»\n', {
      options: { labelSchema: { x: 'semver' } },
      fixed: 'FROM a:1\nARG V=v1.2.3\nLABEL x=$V\n',
    });
  });
});
