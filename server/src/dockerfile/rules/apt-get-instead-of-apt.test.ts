import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('apt-get-instead-of-apt', () => {
  it('names the program for the verb', async () => {
    await check(dockerfile, 'apt-get-instead-of-apt', 'FROM debian:12\nRUN «apt» -y install a\n', {
      fixed: 'FROM debian:12\nRUN apt-get -y install a\n',
      messages: ["'apt' is meant for people. Use 'apt-get' in scripts."],
    });
    await check(dockerfile, 'apt-get-instead-of-apt', 'FROM debian:12\nRUN [«"apt"», "search", "a"]\n', {
      fixed: 'FROM debian:12\nRUN ["apt-cache", "search", "a"]\n',
    });
    await check(dockerfile, 'apt-get-instead-of-apt', 'FROM debian:12\nRUN «apt» full-upgrade\n', {
      fixed: 'FROM debian:12\nRUN apt full-upgrade\n',
    });
  });
  it('leaves apt-get and package names alone', async () => {
    await check(
      dockerfile,
      'apt-get-instead-of-apt',
      'FROM debian:12\nRUN apt-get install apt && apt-cache search apt\n',
    );
  });
});
