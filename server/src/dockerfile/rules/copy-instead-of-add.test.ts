import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('copy-instead-of-add', () => {
  it('leaves alone what only ADD can do', async () => {
    await check(
      dockerfile,
      'copy-instead-of-add',
      'FROM debian:12\nADD https://example.com/a /a\nADD a.tar.gz /a\nADD git@github.com:a/b.git /a\nADD https://github.com/a/b.git /a\nADD --checksum=sha256:1 https://example.com/a /a\nADD *.tar* /a/\nADD src/* /a/\nADD $FILES /a/\n',
    );
    await check(
      dockerfile,
      'copy-instead-of-add',
      'FROM debian:12\n«ADD» git@github.com:a/b.git /a\n«ADD» $FILES /a/\n',
      { options: { exact: true }, fixed: 'FROM debian:12\nADD git@github.com:a/b.git /a\nADD $FILES /a/\n' },
    );
  });
  it('replaces the word when all sources are plain', async () => {
    await check(dockerfile, 'copy-instead-of-add', 'FROM debian:12\n«add» a b/ /a/\n', {
      fixed: 'FROM debian:12\ncopy a b/ /a/\n',
    });
    await check(dockerfile, 'copy-instead-of-add', 'FROM debian:12\n«ADD» --chown=1 ["a", "/b"]\n', {
      fixed: 'FROM debian:12\nCOPY --chown=1 ["a", "/b"]\n',
    });
    await check(dockerfile, 'copy-instead-of-add', 'FROM debian:12\n«ADD» a.zip b.tar /a/\n', {
      fixed: 'FROM debian:12\nADD a.zip b.tar /a/\n',
    });
    await check(dockerfile, 'copy-instead-of-add', 'FROM debian:12\n«ADD» *.jar /a/\n', {
      fixed: 'FROM debian:12\nCOPY *.jar /a/\n',
    });
  });
});
