import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The licences of the packages in a bundle: name, version and licence text of each, ordered by name.
 * `inputs` are the bundled files, relative to `root`. Rejects when a package says nothing about its licence.
 */
export async function thirdPartyNotices(root: string, inputs: readonly string[]): Promise<string> {
  const folders = new Set<string>();
  for (const input of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
    if (folder) folders.add(path.join(root, folder));
  }
  const notices = await Promise.all([...folders].sort().map(notice));
  return ['The bundles beside this file contain these packages.\n', ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

async function notice(folder: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? await readFile(path.join(folder, file), 'utf8') : '';
  if (!text && !manifest.license) throw new Error(`${manifest.name} says nothing about its licence`);
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`;
}
