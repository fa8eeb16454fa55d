/**
 * Bundles the extension, the language server and the command line with esbuild.
 * `--production` minifies and leaves source maps out; `--watch` builds again whenever a source changes.
 */
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  // Parts are required: import() would have Node look through all of their text for names of exports first.
  supported: { 'dynamic-import': false },
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  // ESM sources first: only those can be shaken, and UMD wrappers hide their requires from the bundler.
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
};

/**
 * Parts that server and command line load when they are needed, as files of their own: an engine reads through all of a
 * file before it runs the first line, and the reply to `initialize` shall not wait for the Compose schema.
 */
const parts: Readonly<Record<string, string>> = {
  dockerfile: 'server/src/dockerfile/language.ts',
  compose: 'server/src/compose/language.ts',
  dockerignore: 'server/src/dockerignore/language.ts',
  plainYaml: 'server/src/compose/syntax/plainYaml.ts',
};

/** Leaves the parts out of other bundles, which load them from beside themselves. */
function loadParts(extension: string): esbuild.Plugin {
  return {
    name: 'parts',
    setup(build) {
      build.onResolve({ filter: /\/(?:language|plainYaml)\.ts$/ }, ({ path: wanted, importer, resolveDir, kind }) => {
        const file = path.relative(root, path.resolve(resolveDir, wanted)).replaceAll(path.sep, '/');
        const part = Object.keys(parts).find((name) => parts[name] === file);
        if (part === undefined || kind === 'entry-point') return undefined;
        // A part holds what belongs to its own folder.
        const folder = path.dirname(path.join(root, file)) + path.sep;
        return importer.startsWith(folder) ? undefined : { path: `./${part}${extension}`, external: true };
      });
    },
  };
}

/** What VS Code loads: into dist/, where the manifest's `main` points. */
const client: esbuild.BuildOptions = {
  ...common,
  entryPoints: { extension: 'client/src/extension.ts' },
  outdir: 'dist',
  external: ['vscode'],
  // What dockerode loads for an SSH and a build session of its own; the client uses the user's ssh and its own session.
  alias: Object.fromEntries(
    ['ssh2', '@grpc/grpc-js', '@grpc/proto-loader'].map((name) => [name, './tools/absent.cjs']),
  ),
};

const programs = { server: 'server/src/main.ts', cli: 'server/src/cli/main.ts', ...parts };

/** The same programs for VS Code, beside the extension. */
const extensionPrograms: esbuild.BuildOptions = {
  ...common,
  entryPoints: programs,
  outdir: 'dist',
  plugins: [loadParts('.js')],
};

/** What npm's `bin` names start: into server/dist/. */
const packagePrograms: esbuild.BuildOptions = {
  ...common,
  entryPoints: programs,
  outdir: 'server/dist',
  outExtension: { '.js': '.cjs' },
  banner: { js: '#!/usr/bin/env node' },
  plugins: [loadParts('.cjs')],
};

if (process.argv.includes('--watch')) {
  for (const options of [client, extensionPrograms, packagePrograms])
    await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
} else {
  const builds = [esbuild.build(client), esbuild.build(extensionPrograms), esbuild.build(packagePrograms)];
  const [extension, beside, bins] = (await Promise.all(builds)).map(({ metafile }) => metafile);
  for (const folder of ['dist', 'server/dist']) await checkCharacters(folder);
  if (production) await removeSourceMaps();
  for (const name of ['server', 'cli']) await chmod(path.join(root, `server/dist/${name}.cjs`), 0o755);
  await writeNotices('dist', extension, beside);
  await writeNotices('server/dist', bins);
  for (const [file, { bytes }] of Object.entries({ ...extension?.outputs, ...beside?.outputs, ...bins?.outputs })) {
    if (!file.endsWith('.map')) console.log(`${file.padEnd(24)}${Math.round(bytes / 1024)} KB`);
  }
}

/** With one character beyond Latin-1, which esbuild leaves in regular expressions, an engine keeps two bytes for each. */
async function checkCharacters(folder: string): Promise<void> {
  for (const name of await readdir(path.join(root, folder))) {
    if (!/\.c?js$/.test(name)) continue;
    const wide = /.{0,40}[^\0-\u00FF]/.exec(await readFile(path.join(root, folder, name), 'utf8'));
    if (wide !== null) throw new Error(`${folder}/${name} should hold Latin-1 alone: write \\u escapes in ${wide[0]}`);
  }
}

async function removeSourceMaps(): Promise<void> {
  for (const folder of ['dist', 'server/dist']) {
    const maps = (await readdir(path.join(root, folder))).filter((name) => name.endsWith('.map'));
    for (const name of maps) await rm(path.join(root, folder, name));
  }
}

async function writeNotices(folder: string, ...metafiles: (esbuild.Metafile | undefined)[]): Promise<void> {
  const inputs = new Set(metafiles.flatMap((metafile) => Object.keys(metafile?.inputs ?? {})));
  const text = await thirdPartyNotices(root, [...inputs]);
  await writeFile(path.join(root, folder, 'THIRD-PARTY-NOTICES.txt'), text);
}
