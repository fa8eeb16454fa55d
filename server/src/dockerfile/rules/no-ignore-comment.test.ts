import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-ignore-comment', () => {
  it('reads comments of every tool that silence the next instruction', async () => {
    await check(
      dockerfile,
      'no-ignore-comment',
      'FROM a:1\n«# dockwright ignore=x»\nRUN b\n«# hadolint ignore=DL3001»\nRUN c\n',
      { fixed: 'FROM a:1\nRUN b\nRUN c\n' },
    );
    await check(dockerfile, 'no-ignore-comment', 'FROM a:1\n# dockwright ignore=x\nRUN b\n', {
      options: { exact: true },
    });
  });
  it('leaves other comments alone', async () => {
    await check(
      dockerfile,
      'no-ignore-comment',
      '# hadolint global ignore=DL3001\n# hadolint shell=bash\n# note\nFROM a:1\n',
    );
  });
});
