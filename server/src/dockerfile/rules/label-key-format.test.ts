import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('label-key-format', () => {
  it('tells what is wrong', async () => {
    await check(dockerfile, 'label-key-format', 'FROM a:1\nLABEL «a..b»=1\n', {
      messages: ["The key 'a..b' must not have two '.' or '-' in a row."],
    });
    await check(dockerfile, 'label-key-format', 'FROM a:1\nLABEL «io.docker.x»=1\n', {
      messages: ["The key 'io.docker.x' is in a namespace reserved for Docker."],
    });
    await check(dockerfile, 'label-key-format', 'FROM a:1\nLABEL «a-»=1 «1a»=1 «"a b"»=1 ok.a_b/c-d=1\n');
    await check(dockerfile, 'label-key-format', 'FROM a:1\nLABEL «a-»=1 1a=1\n', { options: { exact: true } });
  });
  it('lowers the case when that cures it', async () => {
    await check(dockerfile, 'label-key-format', 'FROM a:1\nLABEL «"Foo"»=1\n', { fixed: 'FROM a:1\nLABEL "foo"=1\n' });
    await check(dockerfile, 'label-key-format', 'FROM a:1\nLABEL «Foo-»=1\n', { fixed: 'FROM a:1\nLABEL Foo-=1\n' });
  });
});
