import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('copy-into-directory', () => {
  it('asks for the slash in every form', async () => {
    await check(dockerfile, 'copy-into-directory', "FROM debian:12\nCOPY a b «'/x'»\n", {
      fixed: "FROM debian:12\nCOPY a b '/x/'\n",
    });
    await check(dockerfile, 'copy-into-directory', 'FROM debian:12\nCOPY a b «.»\n', {
      fixed: 'FROM debian:12\nCOPY a b ./\n',
    });
    await check(dockerfile, 'copy-into-directory', 'FROM debian:12\nCOPY a b «$X»\n', {
      fixed: 'FROM debian:12\nCOPY a b $X/\n',
    });
    await check(dockerfile, 'copy-into-directory', 'FROM debian:12\nCOPY <<A b «/x»\na\nA\n', {
      fixed: 'FROM debian:12\nCOPY <<A b /x/\na\nA\n',
    });
  });
  it('leaves single sources alone', async () => {
    await check(
      dockerfile,
      'copy-into-directory',
      'FROM debian:12\nCOPY a /x\nCOPY a b /x/\nCOPY ["a", "b", "/x/"]\nCOPY a\nADD a b /x\n',
    );
  });
});
