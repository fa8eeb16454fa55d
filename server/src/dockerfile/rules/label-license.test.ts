import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('label-license', () => {
  it('knows the identifiers', async () => {
    await check(dockerfile, 'label-license', 'FROM a:1\nLABEL x=MIT\nLABEL x=GPL-2.0\nLABEL x="BSD-3-Clause"\n', {
      options: { labelSchema: { x: 'spdx' } },
    });
    await check(dockerfile, 'label-license', 'FROM a:1\nLABEL x=«"MIT OR Apache-2.0"»\nLABEL x=«apache-2.0»\n', {
      options: { labelSchema: { x: 'spdx' } },
      fixed: 'FROM a:1\nLABEL x="MIT OR Apache-2.0"\nLABEL x=Apache-2.0\n',
    });
  });
});
