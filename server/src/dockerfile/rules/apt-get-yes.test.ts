import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('apt-get-yes', () => {
  it('counts quiet as yes when it is there twice', async () => {
    await check(
      dockerfile,
      'apt-get-yes',
      'FROM debian:12\nRUN apt-get -qq install a\nRUN apt-get -q -q install a\nRUN apt-get -q=2 install a\nRUN apt-get -qqq install a\nRUN apt-get -q --quiet install a\n',
    );
    await check(
      dockerfile,
      'apt-get-yes',
      'FROM debian:12\nRUN «apt-get -q install» a\nRUN «apt-get install» --quiet a\n',
    );
    await check(
      dockerfile,
      'apt-get-yes',
      'FROM debian:12\nRUN «apt-get -qqq install» a\nRUN «apt-get -q --quiet install» a\n',
      { options: { exact: true } },
    );
  });
  it('adds the option behind the verb', async () => {
    await check(dockerfile, 'apt-get-yes', 'FROM debian:12\nRUN «apt-get -q \\\n  install» a \\\n  b\n', {
      fixed: 'FROM debian:12\nRUN apt-get -q \\\n  install -y a \\\n  b\n',
    });
    await check(dockerfile, 'apt-get-yes', 'FROM debian:12\nRUN <<EOF\n«apt-get install» a\nEOF\n', {
      fixed: 'FROM debian:12\nRUN <<EOF\napt-get install -y a\nEOF\n',
    });
  });
  it('reads scripts that are handed to a shell', async () => {
    await check(dockerfile, 'apt-get-yes', 'FROM debian:12\nRUN ["/bin/bash", "-ec", "«apt-get install» a && b"]\n', {
      fixed: 'FROM debian:12\nRUN ["/bin/bash", "-ec", "apt-get install -y a && b"]\n',
    });
    await check(dockerfile, 'apt-get-yes', 'FROM debian:12\nRUN bash -eux <<E\n«apt-get install» a\nE\n', {
      fixed: 'FROM debian:12\nRUN bash -eux <<E\napt-get install -y a\nE\n',
    });
    await check(
      dockerfile,
      'apt-get-yes',
      'FROM debian:12\nRUN ["bash", "-c", "echo \\"x\\" && «apt-get install» a"]\n',
      { fixed: 'FROM debian:12\nRUN ["bash", "-c", "echo \\"x\\" && apt-get install -y a"]\n' },
    );
    await check(dockerfile, 'apt-get-yes', 'FROM debian:12\nRUN bash -c <<E\napt-get install a\nE\n');
  });
  it('does not take the words of others for a verb', async () => {
    await check(dockerfile, 'apt-get-yes', 'FROM debian:12\nRUN apt-get -y install a && apt-get source install\n');
    await check(dockerfile, 'apt-get-yes', 'FROM debian:12\nRUN echo apt-get install a\n');
  });
});
