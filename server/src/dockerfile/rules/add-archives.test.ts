import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('add-archives', () => {
  it('follows the archive through renames and folders', async () => {
    await check(
      dockerfile,
      'add-archives',
      'FROM debian:12\nCOPY dir/a.bin «/opt/b.tgz»\nWORKDIR /opt\nRUN tar -xzf b.tgz\n',
    );
    await check(
      dockerfile,
      'add-archives',
      'FROM debian:12\nCOPY «dir/a.tar.xz» «b.tar» /opt/\nRUN tar xf /opt/a.tar.xz && tar --extract --file=/opt/b.tar\n',
    );
  });
  it('reports every stage', async () => {
    await check(dockerfile, 'add-archives', 'FROM debian:12\nCOPY «a.tar» /\nRUN tar -xf a.tar\nFROM debian:12\n');
    await check(dockerfile, 'add-archives', 'FROM debian:12\nCOPY a.tar /\nRUN tar -xf a.tar\nFROM debian:12\n', {
      options: { exact: true },
    });
  });
  it('leaves alone what ADD cannot do', async () => {
    await check(dockerfile, 'add-archives', 'FROM debian:12\nCOPY a.gz b.zip /\nRUN gunzip a.gz && unzip b.zip\n');
    await check(dockerfile, 'add-archives', 'FROM debian:12\nCOPY a.tar /\nRUN tar -xf a.tar --strip-components=1\n');
    await check(dockerfile, 'add-archives', 'FROM debian:12\nCOPY --from=b a.tar /\nRUN tar -xf a.tar\n');
    await check(
      dockerfile,
      'add-archives',
      'FROM debian:12\nCOPY a.tar /\nRUN tar -tf a.tar\nRUN tar -cf x.tar a.tar\n',
    );
  });
});
