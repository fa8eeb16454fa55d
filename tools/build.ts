/**
 * Bundles the extension, the language server and the command line with esbuild.
 * `--production` minifies and leaves source maps out; `--watch` builds again whenever a source changes.
 */
import { chmod, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');

const common: esbuild.BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: production,
  keepNames: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  // ESM sources first: only those can be shaken, and UMD wrappers hide their requires from the bundler.
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
};

/** What VS Code loads: into dist/, where the manifest's `main` points. */
const extension: esbuild.BuildOptions = {
  ...common,
  entryPoints: { extension: 'client/src/extension.ts', server: 'server/src/main.ts', cli: 'server/src/cli/main.ts' },
  outdir: 'dist',
  external: ['vscode'],
  // What dockerode loads for an SSH and a build session of its own; the client uses the user's ssh and its own session.
  alias: Object.fromEntries(
    ['ssh2', '@grpc/grpc-js', '@grpc/proto-loader'].map((name) => [name, './tools/absent.cjs']),
  ),
};

/** What npm's `bin` names start: into server/dist/. */
const programs: esbuild.BuildOptions = {
  ...common,
  entryPoints: { server: 'server/src/main.ts', cli: 'server/src/cli/main.ts' },
  outdir: 'server/dist',
  outExtension: { '.js': '.cjs' },
  banner: { js: '#!/usr/bin/env node' },
};

if (process.argv.includes('--watch')) {
  for (const options of [extension, programs]) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  const [bundles, bins] = await Promise.all([esbuild.build(extension), esbuild.build(programs)]);
  if (production) await removeSourceMaps();
  for (const name of ['server', 'cli']) await chmod(path.join(root, `server/dist/${name}.cjs`), 0o755);
  await writeNotices('dist', bundles.metafile);
  await writeNotices('server/dist', bins.metafile);
  for (const [file, { bytes }] of Object.entries({ ...bundles.metafile?.outputs, ...bins.metafile?.outputs })) {
    if (!file.endsWith('.map')) console.log(`${file.padEnd(24)}${Math.round(bytes / 1024)} KB`);
  }
}

async function removeSourceMaps(): Promise<void> {
  for (const folder of ['dist', 'server/dist']) {
    const maps = (await readdir(path.join(root, folder))).filter((name) => name.endsWith('.map'));
    for (const name of maps) await rm(path.join(root, folder, name));
  }
}

async function writeNotices(folder: string, metafile: esbuild.Metafile | undefined): Promise<void> {
  const text = await thirdPartyNotices(root, Object.keys(metafile?.inputs ?? {}));
  await writeFile(path.join(root, folder, 'THIRD-PARTY-NOTICES.txt'), text);
}
