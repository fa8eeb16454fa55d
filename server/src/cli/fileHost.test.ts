import assert from 'node:assert/strict';
import { FileHost } from './fileHost.ts';
import { MemoryFiles } from './testing.ts';

/** Counts how often it is asked what a path is. */
class CountingFiles extends MemoryFiles {
  asked = 0;

  override kind(path: string): 'file' | 'folder' | undefined {
    this.asked++;
    return super.kind(path);
  }
}

describe('FileHost', () => {
  it('does not ask for what a listed folder does not have', async () => {
    const files = new CountingFiles({ Dockerfile: '' });
    const host = new FileHost(files);
    await host.list('file:///project');
    const { asked } = files;
    assert.equal(await host.readFile('file:///project/.dockerignore'), undefined);
    assert.equal(files.asked, asked);
  });

  it('reads what is there, listed or not, and asks where a name may be written in another way', async () => {
    const files = new CountingFiles({ Dockerfile: '', '.DockerIgnore': 'a', 'Docke\u0308r.dockerignore': 'b' });
    const host = new FileHost(files);
    assert.equal(await host.readFile('file:///project/.DockerIgnore'), 'a');
    const listed = new FileHost(files);
    await listed.list('file:///project');
    assert.equal(await listed.readFile('file:///project/.DockerIgnore'), 'a');
    assert.equal(await listed.readFile('file:///project/Docke%CC%88r.dockerignore'), 'b');
    const { asked } = files;
    assert.equal(await listed.readFile('file:///project/.dockerignore'), undefined);
    assert.ok(files.asked > asked, 'the disk decides whether letters are the same');
  });
});
