import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('workdir-instead-of-cd', () => {
  it('moves only a leading cd to a plain folder', async () => {
    await check(dockerfile, 'workdir-instead-of-cd', 'FROM debian:12\nRUN «cd /a» \\\n  && b\n', {
      fixed: 'FROM debian:12\nWORKDIR /a\nRUN b\n',
    });
    await check(dockerfile, 'workdir-instead-of-cd', 'FROM debian:12\nRUN «cd /a»; b\n', {
      fixed: 'FROM debian:12\nRUN cd /a; b\n',
    });
    await check(dockerfile, 'workdir-instead-of-cd', 'FROM debian:12\nRUN «cd $A» && b\n', {
      fixed: 'FROM debian:12\nRUN cd $A && b\n',
    });
    await check(dockerfile, 'workdir-instead-of-cd', 'FROM debian:12\nRUN (a; «cd b»)\n', {
      fixed: 'FROM debian:12\nRUN (a; cd b)\n',
    });
    await check(dockerfile, 'workdir-instead-of-cd', 'FROM debian:12\nRUN «cd -» && b\n', {
      fixed: 'FROM debian:12\nRUN cd - && b\n',
    });
    await check(dockerfile, 'workdir-instead-of-cd', 'FROM debian:12\nRUN --network=none «cd /a» && b\n', {
      fixed: 'FROM debian:12\nWORKDIR /a\nRUN --network=none b\n',
    });
  });
  it('leaves ONBUILD alone', async () => {
    await check(dockerfile, 'workdir-instead-of-cd', 'FROM debian:12\nONBUILD RUN cd /a && b\n');
  });
});
