import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-sudo', () => {
  it('leaves options to people', async () => {
    await check(dockerfile, 'no-sudo', 'FROM debian:12\nRUN «sudo» -u app a && «sudo» b\n', {
      fixed: 'FROM debian:12\nRUN sudo -u app a && b\n',
    });
    await check(dockerfile, 'no-sudo', 'FROM debian:12\nRUN apt-get install -y sudo\n');
    await check(dockerfile, 'no-sudo', 'FROM debian:12\nRUN [«"sudo"», "a"]\n', {
      fixed: 'FROM debian:12\nRUN ["sudo", "a"]\n',
    });
  });
});
