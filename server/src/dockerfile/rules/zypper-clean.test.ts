import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('zypper-clean', () => {
  it('wants the cache removed behind the last install', async () => {
    await check(
      dockerfile,
      'zypper-clean',
      'FROM opensuse/leap:15.6\nRUN zypper clean && zypper in -y a && zypper cc\nRUN zypper install -y a && rm -rf /var/cache/zypp/*\nRUN --mount=type=cache,target=/var/cache/zypp zypper install a\n',
    );
    await check(
      dockerfile,
      'zypper-clean',
      'FROM opensuse/leap:15.6\nRUN zypper clean && «zypper in» -y a && zypper cc\n',
      { options: { exact: true } },
    );
    await check(dockerfile, 'zypper-clean', 'FROM opensuse/leap:15.6\nRUN zypper clean && «zypper in» -y a\n');
  });
});
