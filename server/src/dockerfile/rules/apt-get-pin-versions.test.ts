import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('apt-get-pin-versions', () => {
  it('knows what is no package', async () => {
    await check(
      dockerfile,
      'apt-get-pin-versions',
      'FROM debian:12\nRUN apt-get install -y -t stable -o Dpkg::Use-Pty a=1 -- b=1\n',
    );
    await check(
      dockerfile,
      'apt-get-pin-versions',
      'FROM debian:12\nRUN apt-get -c file --target-release x install «a» b/stable ./c.deb\n',
    );
    await check(dockerfile, 'apt-get-pin-versions', 'FROM debian:12\nRUN apt-get install -- a=1\n');
    await check(dockerfile, 'apt-get-pin-versions', 'FROM debian:12\nRUN apt-get install «--» a=1\n', {
      options: { exact: true },
    });
  });
  it('points at the first and to the others', async () => {
    await check(
      dockerfile,
      'apt-get-pin-versions',
      'FROM debian:12\nRUN apt-get install -y \\\n    a=1 \\\n    «b» \\\n    c\n',
      { messages: ["'b' has no version. Pin it with '=<version>'."] },
    );
    await check(
      dockerfile,
      'apt-get-pin-versions',
      'FROM debian:12\n«RUN» apt-get install -y \\\n    a=1 \\\n    b\n',
      { options: { exact: true } },
    );
  });
  it('sees variables as packages', async () => {
    await check(
      dockerfile,
      'apt-get-pin-versions',
      'FROM debian:12\nRUN apt-get install «$PACKAGES»\nRUN apt-get install a=$VERSION\n',
    );
  });
});
