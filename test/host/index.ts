/** What VS Code's extension host calls: runs the suite that the environment names and writes down what it counted. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** From `run.ts`: the bundle of the suite, the file for the reporter, Mocha's filter, and this repository. */
interface Plan {
  readonly suite: string;
  readonly counts: string;
  readonly grep?: string;
  readonly root: string;
}

export async function run(): Promise<void> {
  const plan: Plan = JSON.parse(process.env.DOCKWRIGHT_HOST_TESTS ?? '');
  try {
    const mocha = new Mocha({
      timeout: 60_000,
      forbidOnly: true,
      reporter: path.join(plan.root, 'test/support/reporter.cjs'),
      reporterOptions: { output: plan.counts },
      ...(plan.grep ? { grep: plan.grep } : {}),
    });
    mocha.addFile(plan.suite);
    await new Promise((resolve) => mocha.run(resolve));
  } catch (error) {
    const output = `  FAILED ${plan.suite}: ${error instanceof Error ? error.stack : error}\n`;
    writeFileSync(plan.counts, JSON.stringify({ passed: 0, failed: 1, skipped: 0, output, finished: true }));
  }
}
