import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-sh-link', () => {
  it('sees only links that take the place of /bin/sh', async () => {
    await check(dockerfile, 'no-sh-link', 'FROM debian:12\nRUN ln -s /bin/sh /opt/sh\nRUN touch /bin/sh\n');
    await check(dockerfile, 'no-sh-link', 'FROM debian:12\nRUN «ln -s /bin/sh /opt/sh»\n', {
      options: { exact: true },
    });
    await check(dockerfile, 'no-sh-link', 'FROM debian:12\nRUN a && «ln -sf /bin/dash /bin/sh»\n', {
      fixed: 'FROM debian:12\nRUN a && ln -sf /bin/dash /bin/sh\n',
    });
  });
});
