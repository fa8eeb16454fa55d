import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('numeric-user', () => {
  it('lets the build give a number', async () => {
    await check(dockerfile, 'numeric-user', 'FROM a:1\nARG U=app\nUSER $U\n');
    await check(dockerfile, 'numeric-user', 'FROM a:1\nENV U=1000\nUSER $U:app\nUSER "1000"\n');
    await check(dockerfile, 'numeric-user', 'FROM a:1\nENV U=1000\nUSER «$U»:app\nUSER «"1000"»\n', {
      options: { exact: true },
    });
    await check(dockerfile, 'numeric-user', 'FROM a:1\nENV U=app\nUSER «$U»\n');
  });
  it('looks at the user that a container gets', async () => {
    await check(dockerfile, 'numeric-user', 'FROM a:1\nUSER app\nRUN x\nUSER root\nRUN x\nUSER «app»:app\n');
    await check(dockerfile, 'numeric-user', 'FROM a:1 AS b\nUSER app\nFROM b\nUSER 1000\nFROM b\nUSER root:app\n');
    await check(dockerfile, 'numeric-user', 'FROM a:1\nUSER «app»\nUSER «root»\nUSER 1\n', {
      options: { exact: true },
    });
  });
});
