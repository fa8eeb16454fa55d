import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-copy-of-root', () => {
  it('looks at whole file systems only', async () => {
    await check(dockerfile, 'no-copy-of-root', 'FROM a:1\nCOPY / /\nCOPY --from=b:1 /a /\nCOPY --from=b:1 / /a\n');
    await check(dockerfile, 'no-copy-of-root', 'FROM a:1\nCOPY --from=b:1 /a «"/"» /\n');
  });
  it('lets what was made for it be copied', async () => {
    for (const text of [
      'FROM scratch AS root\nCOPY a /\nFROM a:1\nCOPY --from=root / /\n',
      'FROM --platform=$BUILDPLATFORM tonistiigi/xx:1.5 AS xx\nFROM a:1\nCOPY --from=xx / /\n',
      'FROM a:1\nCOPY --from=docker.io/tonistiigi/xx / /\n',
    ]) {
      await check(dockerfile, 'no-copy-of-root', text);
      await check(dockerfile, 'no-copy-of-root', text.replace(/\/(?= \/\n$)/, '«/»'), { options: { exact: true } });
    }
    await check(dockerfile, 'no-copy-of-root', 'FROM a:1 AS root\nFROM b:1\nCOPY --from=root «/» /\n');
  });
});
