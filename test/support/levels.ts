/** The levels of tests, in the order they run: what each needs from the machine, and how it is started. */
import { installedVsCodeServer } from '../../tools/vscodeServer.ts';
import { noEngineReason } from './engine.ts';
import { findChromium } from './workbench.ts';

/** One level. */
export interface Level {
  readonly name: string;
  /** Arguments for Node that run it, without the ones for reporting. */
  readonly run: readonly string[];
  /** Minutes after which it is stopped and counts as failed. */
  readonly minutes: number;
  /** Whether it looks at the bundles in dist/ and server/dist/. */
  readonly bundles?: boolean;
  /** Whether it runs on the real parts that `tools/realParts.ts` installs. */
  readonly realParts?: boolean;
  /** Why it cannot run on this machine, or `undefined` when it can. Asked after set-up. */
  missing?(): string | undefined;
}

const mocha = (...files: string[]): string[] => {
  return ['node_modules/mocha/bin/mocha.js', '--import=tsx', '--forbid-only', '--exit', ...files];
};

const noEditorReason = (): string | undefined => {
  if (!installedVsCodeServer()) return 'no VS Code server is installed (see npm run setup)';
  if (!findChromium()) return 'no Chromium is installed (Debian: chromium)';
  return undefined;
};

export const levels: readonly Level[] = [
  {
    name: 'unit',
    run: mocha('--timeout=10000', 'client/src/**/*.test.ts', 'server/src/**/*.test.ts'),
    minutes: 3,
  },
  { name: 'lsp', run: mocha('--timeout=20000', 'test/lsp/**/*.test.ts'), minutes: 5, bundles: true },
  { name: 'cli', run: mocha('--timeout=60000', 'test/cli/**/*.test.ts'), minutes: 5, bundles: true },
  { name: 'repo', run: mocha('--timeout=120000', 'test/repo/**/*.test.ts'), minutes: 8, bundles: true },
  { name: 'corpus', run: mocha('--timeout=120000', 'test/corpus/**/*.test.ts'), minutes: 8 },
  {
    name: 'engine',
    run: mocha('--timeout=60000', 'test/engine/**/*.test.ts'),
    minutes: 8,
    realParts: true,
    missing: noEngineReason,
  },
  {
    name: 'host',
    run: ['--import=tsx', 'test/host/run.ts'],
    minutes: 8,
    bundles: true,
    realParts: true,
    missing: () => noEditorReason() ?? noEngineReason(),
  },
  {
    name: 'ui',
    run: mocha('--timeout=120000', 'test/ui/**/*.test.ts'),
    minutes: 10,
    bundles: true,
    realParts: true,
    missing: () => noEditorReason() ?? noEngineReason(),
  },
];
