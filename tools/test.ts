/**
 * `npm test`: runs all levels of tests, or those named as arguments. What follows `--` goes to Mocha. The last line counts
 * passed, failed and skipped over all levels; a level that this machine cannot run is named before it, with the reason.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Level, levels } from '../test/support/levels.ts';
import { removeFiles, runFolder } from '../test/support/runFolder.ts';
import { run, runOrThrow, say } from './childProcess.ts';
import { setUp } from './realParts.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Absent or false: it was stopped before its end. */
  readonly finished?: boolean;
}

const [names, mochaArgs] = splitArguments(process.argv.slice(2));
const chosen = levels.filter(({ name }) => names.length === 0 || names.includes(name));
const unknown = names.filter((name) => !levels.some((level) => level.name === name));
if (unknown.length > 0) {
  say(`There is no test level ${unknown.join(', ')}; there are ${levels.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const scratch = await runFolder('test');
const total = { passed: 0, failed: 0, skipped: 0 };
const skippedLevels: string[] = [];
let built = false;
let prepared = false;
try {
  for (const level of chosen) await runLevel(level);
} finally {
  await removeFiles(scratch);
}
for (const line of skippedLevels) say(line);
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

async function runLevel(level: Level): Promise<void> {
  if (level.realParts && !prepared) {
    prepared = true;
    for (const problem of await setUp()) say(problem);
  }
  const reason = level.missing?.();
  if (reason) {
    skippedLevels.push(`skipped level ${level.name}: ${reason}`);
    total.skipped += 1;
    return;
  }
  if (level.bundles && !built) {
    built = true;
    say('Bundling …');
    try {
      await runOrThrow(process.execPath, ['--import=tsx', 'tools/build.ts', '--production']);
    } catch (error) {
      say(`  FAILED to bundle: ${error instanceof Error ? error.message : String(error)}`);
      total.failed += 1;
    }
  }
  say(`${level.name}: running …`);
  const started = Date.now();
  const counts = await counted(level);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(`${level.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s`);
}

async function counted(level: Level): Promise<Counts> {
  const output = path.join(scratch, `${level.name}.json`);
  const reporting = ['--reporter', 'test/support/reporter.cjs', '--reporter-option', `output=${output}`];
  const { code } = await run(process.execPath, [...level.run, ...reporting, ...mochaArgs], {
    timeout: level.minutes * 60_000,
    show: true,
    doing: `${level.name}: still running`,
  });
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = JSON.parse(await readFile(output, 'utf8'));
  } catch {
    // It ended before it had anything to write down.
  }
  if (!counts.finished) {
    say(`  FAILED level ${level.name} ended with code ${code} before its tests did`);
    return { ...counts, failed: counts.failed + 1 };
  }
  if (code !== 0 && counts.failed === 0) {
    say(`  FAILED level ${level.name} ended with code ${code}`);
    return { ...counts, failed: 1 };
  }
  if (counts.passed + counts.failed === 0 && mochaArgs.length === 0) {
    say(`  FAILED level ${level.name} ran no test`);
    return { ...counts, failed: 1 };
  }
  return counts;
}

function splitArguments(args: readonly string[]): [string[], string[]] {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return end < 0 ? [[...args], []] : [args.slice(0, end), args.slice(end).filter((arg) => arg !== '--')];
}
