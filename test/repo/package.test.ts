import assert from 'node:assert/strict';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import JSZip from 'jszip';
import { runOrThrow } from '../../tools/childProcess.ts';
import { repository } from '../support/repository.ts';
import { removeFiles, runFolder } from '../support/runFolder.ts';

describe('the packed extension', () => {
  let folder = '';
  let vsix = '';
  let files: string[] = [];
  let manifest: Record<string, unknown> = {};
  let text = '';

  before(async () => {
    folder = await runFolder('vsix');
    vsix = path.join(folder, 'dockwright.vsix');
    await runOrThrow(process.execPath, ['--import=tsx', 'tools/package.ts', '--out', vsix], { cwd: repository });
    const zip = await JSZip.loadAsync(await readFile(vsix));
    files = Object.keys(zip.files).map((name) => name.replace(/^extension\//, ''));
    text = (await zip.file('extension/package.json')?.async('string')) ?? '';
    manifest = JSON.parse(text);
  });

  after(() => removeFiles(folder));

  it('is smaller than 1.5 MB', async () => {
    const { size } = await stat(vsix);
    assert.ok(size < 1.5 * 1024 * 1024, `${size} bytes`);
  });

  it('holds bundles and data, and no sources, tests, maps or packages', () => {
    const strange = files.filter((file) =>
      /(^|\/)(node_modules|src|test|tools|samples)\/|\.(ts|map|mts|tsx)$/.test(file),
    );
    assert.deepEqual(strange, []);
    for (const file of ['dist/extension.js', 'dist/server.js', 'dist/cli.js', 'dist/THIRD-PARTY-NOTICES.txt']) {
      assert.ok(files.includes(file), file);
    }
  });

  it('has its texts, its licence and a PNG icon', async () => {
    for (const file of ['readme.md', 'changelog.md', 'LICENSE.txt']) assert.ok(files.includes(file), file);
    assert.equal(manifest.icon, 'images/icon.png');
    const icon = await readFile(path.join(repository, 'images/icon.png'));
    assert.equal(icon.subarray(1, 4).toString(), 'PNG');
    assert.ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(20) >= 128);
  });

  it('has every file that its manifest points to', () => {
    const targets = [...text.matchAll(/"(?:\.\/)?([\w./-]+\.(?:js|json|svg|png))"/g)].map(([, file]) => file ?? '');
    assert.ok(targets.includes('dist/extension.js'));
    assert.deepEqual(
      targets.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('says what a marketplace wants to know', () => {
    for (const key of [
      'name',
      'displayName',
      'description',
      'version',
      'publisher',
      'license',
      'categories',
      'engines',
    ]) {
      assert.ok(manifest[key], key);
    }
    assert.ok(manifest.capabilities, 'how it behaves in untrusted workspaces');
  });
});
