/** What VS Code's extension host calls: runs the suite that the environment names and writes down what it counted. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** From `run.ts`: the bundle of the suite, the file for the counts, Mocha's filter, and this repository. */
interface Plan {
  readonly suite: string;
  readonly counts: string;
  readonly grep?: string;
  readonly root: string;
}

export async function run(): Promise<void> {
  const plan: Plan = JSON.parse(process.env.DOCKWRIGHT_HOST_TESTS ?? '');
  let counts = { passed: 0, failed: 1, skipped: 0, output: '' };
  try {
    const output = `${plan.counts}.mocha`;
    const mocha = new Mocha({
      timeout: 30_000,
      forbidOnly: true,
      reporter: path.join(plan.root, 'test/support/reporter.cjs'),
      reporterOptions: { output },
      ...(plan.grep ? { grep: plan.grep } : {}),
    });
    mocha.addFile(plan.suite);
    await new Promise((resolve) => mocha.run(resolve));
    counts = JSON.parse(readFileSync(output, 'utf8'));
  } catch (error) {
    counts.output = `  FAILED ${plan.suite}: ${error instanceof Error ? error.stack : error}\n`;
  }
  // Renamed into place, so that who waits for the file never reads half of it.
  writeFileSync(`${plan.counts}.part`, JSON.stringify(counts));
  renameSync(`${plan.counts}.part`, plan.counts);
}
