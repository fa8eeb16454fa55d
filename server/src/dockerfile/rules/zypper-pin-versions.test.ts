import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('zypper-pin-versions', () => {
  it('knows what has a version', async () => {
    await check(
      dockerfile,
      'zypper-pin-versions',
      'FROM opensuse/leap:15.6\nRUN zypper in -y a=1 "b>=2" c.rpm\nRUN zypper --root /x in a=1\n',
    );
    await check(dockerfile, 'zypper-pin-versions', 'FROM opensuse/leap:15.6\nRUN zypper --root «/x» in a=1\n', {
      options: { exact: true },
    });
    await check(
      dockerfile,
      'zypper-pin-versions',
      'FROM opensuse/leap:15.6\nRUN zypper in -y a=1 «b»\nRUN zypper rm c\n',
    );
  });
});
