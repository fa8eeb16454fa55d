import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('zypper-non-interactive', () => {
  it('puts the option where the verb takes it', async () => {
    await check(dockerfile, 'zypper-non-interactive', 'FROM opensuse/leap:15.6\nRUN «zypper in» a && «zypper si» b\n', {
      fixed: 'FROM opensuse/leap:15.6\nRUN zypper in -y a && zypper --non-interactive si b\n',
    });
    await check(
      dockerfile,
      'zypper-non-interactive',
      'FROM opensuse/leap:15.6\nRUN zypper -n in a && zypper in -y a && zypper --non-interactive patch && zypper refresh\n',
    );
  });
});
