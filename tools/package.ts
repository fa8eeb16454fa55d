/** `npm run package`: bundles for production and packs the VSIX. `--out FILE` names it; default is beside the manifest. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { runOrThrow } from './childProcess.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = process.argv.indexOf('--out');
const packagePath = out < 0 ? undefined : process.argv[out + 1];

await runOrThrow(process.execPath, ['--import=tsx', 'tools/build.ts', '--production'], { cwd: root });
await createVSIX({
  cwd: root,
  ...(packagePath ? { packagePath: path.resolve(packagePath) } : {}),
  // Everything is in the bundles.
  dependencies: false,
  // Links in the README stay as they are: there is no address to make them absolute with.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
  // The rule that finds secrets has an example of one.
  allowPackageSecrets: ['npm'],
});
