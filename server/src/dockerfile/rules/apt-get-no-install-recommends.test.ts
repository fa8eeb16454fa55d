import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('apt-get-no-install-recommends', () => {
  it('accepts the option and the setting in every form', async () => {
    await check(
      dockerfile,
      'apt-get-no-install-recommends',
      'FROM debian:12\nRUN apt-get install --no-install-recommends a\nRUN apt-get -o APT::Install-Recommends=0 install a\nRUN apt-get -o "APT::Install-Recommends=no" install a\n',
    );
    await check(
      dockerfile,
      'apt-get-no-install-recommends',
      'FROM debian:12\nRUN «apt-get -o APT::Install-Recommends=no install» a\n',
      { options: { exact: true } },
    );
  });
  it('looks at installing only', async () => {
    await check(
      dockerfile,
      'apt-get-no-install-recommends',
      'FROM debian:12\nRUN apt-get update && apt-get upgrade -y && apt-get remove install\n',
    );
  });
  it('keeps continuations', async () => {
    await check(
      dockerfile,
      'apt-get-no-install-recommends',
      'FROM debian:12\nRUN «apt-get install» \\\n    -y \\\n    a\n',
      { fixed: 'FROM debian:12\nRUN apt-get install --no-install-recommends \\\n    -y \\\n    a\n' },
    );
  });
});
