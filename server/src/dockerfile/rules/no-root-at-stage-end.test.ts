import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-root-at-stage-end', () => {
  it('goes by the last USER of each stage', async () => {
    await check(dockerfile, 'no-root-at-stage-end', 'FROM a:1\nUSER root\nUSER app\nFROM b:1\n');
    await check(dockerfile, 'no-root-at-stage-end', 'FROM a:1\nUSER «0:0»\nFROM b:1\nUSER app\n');
    await check(dockerfile, 'no-root-at-stage-end', 'USER root\nFROM a:1\n');
  });
  it('leaves stages alone that others only take something from', async () => {
    const text = 'FROM a:1 AS build\nUSER root\nFROM b:1\nCOPY --from=build x /\n';
    await check(dockerfile, 'no-root-at-stage-end', text);
    await check(dockerfile, 'no-root-at-stage-end', text.replace('root', '«root»'), { options: { exact: true } });
  });
  it('knows quotes and variables', async () => {
    await check(dockerfile, 'no-root-at-stage-end', 'FROM a:1\nUSER «"root"»\n');
    await check(dockerfile, 'no-root-at-stage-end', 'FROM a:1\nARG U=0\nUSER «$U»\n');
    await check(dockerfile, 'no-root-at-stage-end', 'FROM a:1\nARG U\nUSER $U\n');
    await check(dockerfile, 'no-root-at-stage-end', 'FROM a:1\nUSER "root"\n', { options: { exact: true } });
  });
});
