// Runs a TypeScript tool of this repository, after installing npm packages when they are missing or out of date.
// It must work in a fresh clone, so it imports nothing but Node.
// Usage: node tools/withDependencies.mjs tools/NAME.ts [ARGUMENT…]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Dockwright is built with Node 20.19 or later; this is ${process.version}.`);
  process.exit(1);
}

const missing = missingPackage();
if (missing) {
  console.log(`Installing npm packages (${missing}) …`);
  // `npm ci` empties node_modules first, which other programs that run from it would not survive.
  const args = existsSync(path.join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci'];
  const npm = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(`'npm ${args[0]}' failed; see above.`);
    process.exit(npm.status ?? 1);
  }
}
const [tool, ...args] = process.argv.slice(2);
const child = spawn(process.execPath, ['--import', 'tsx', tool, ...args], { cwd: root, stdio: 'inherit' });
// It has things to stop and clear away; this process ends after it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

/** Why the packages on disk are not those of package-lock.json, or `undefined`. */
function missingPackage() {
  let installed;
  try {
    installed = readLock('node_modules/.package-lock.json');
  } catch {
    return 'none are there yet';
  }
  for (const [folder, wanted] of Object.entries(readLock('package-lock.json'))) {
    if (!folder.startsWith('node_modules/') || wanted.optional || wanted.devOptional || wanted.peer) continue;
    if (installed[folder]?.version !== wanted.version) return `${folder.slice('node_modules/'.length)} has changed`;
  }
  return undefined;
}

function readLock(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
}
