/**
 * Writes the files that are made from code: the manifest's `contributes`, rule indexes, rule documentation, settings
 * schemas. `--check` writes nothing and fails when a file on disk differs.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateCommandLine } from './commandLine.ts';
import { generateComposeSchema } from './composeSchema.ts';
import { generateConfigurationSchema } from './configurationSchema.ts';
import { generateManifest } from './manifest.ts';
import { generateRules } from './rules.ts';

/** A generated file: path from the root of the repository, and its whole text; `undefined` when it must not be there. */
export interface Generated {
  readonly path: string;
  readonly text: string | undefined;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const generators: (() => Promise<Generated[]>)[] = [
  () => generateComposeSchema(root),
  () => generateRules(root),
  () => generateConfigurationSchema(root),
  () => generateCommandLine(root),
  () => generateManifest(root),
];

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const generator of generators) {
  for (const { path, text } of await generator()) {
    const file = join(root, path);
    let current: string | undefined;
    try {
      current = readFileSync(file, 'utf8');
    } catch {
      current = undefined;
    }
    if (current === text) continue;
    stale.push(path);
    if (check) continue;
    if (text === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
if (check && stale.length > 0) {
  console.error(`These files are out of date; run 'npm run generate':\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
} else {
  for (const path of stale) console.log(`wrote ${path}`);
}
