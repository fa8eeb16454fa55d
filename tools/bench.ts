/**
 * `npm run bench`: measures our server, command line and parser beside their peers in one run, and writes
 * docs/benchmarks.md. Peers are installed once into a cache folder, never into this repository.
 * `--quick` takes fewer sizes and keystrokes, `--only REGEX` matching cases; both write nothing.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from '../server/src/dockerfile/syntax/parser.ts';
import { generate } from './bench/gen.mjs';
import { run, runOrThrow, say } from './childProcess.ts';
import { cacheFolder } from './vscodeServer.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const only = new RegExp(options.only);

/** Versions are fixed so that figures of two runs can be compared. */
const peerPackages = [
  'dockerfile-language-server-nodejs@0.15.0',
  '@microsoft/compose-language-service@1.0.0',
  'yaml-language-server@2.0.0',
  'dclint@3.1.0',
  'dockerfilelint@1.8.0',
  'dockerfile-ast@0.7.1',
  ...(process.platform === 'linux' && process.arch === 'x64' ? ['@wharflab/tally-linux-x64@0.45.0'] : []),
];

/** Figures of one session with a language server, as lsp-bench prints them; medians over its runs, times in milliseconds. */
interface Session {
  readonly start: {
    readonly initialize: number;
    readonly openToFirstDiagnostics: number | null;
    readonly diagnostics: number;
  };
  readonly edits: {
    readonly latency: { readonly p50: number; readonly p95: number } | null;
    readonly cpu: { readonly p50: number; readonly mean: number } | null;
    readonly waited: number | null;
  };
  readonly burst: { readonly completionAfterLastKey: number | null };
  readonly requests: Readonly<
    Record<
      string,
      { readonly changed: { readonly p50: number } | null; readonly unchanged: { readonly p50: number } | null } | null
    >
  >;
  readonly memory: { readonly peak: number };
  readonly noise: { readonly otherCores: number };
}

interface CommandRun {
  readonly results: readonly {
    readonly files: number;
    readonly median: {
      readonly wall: number;
      readonly cpu: number;
      readonly filesPerSecond: number;
      readonly peakMiB: number;
    };
  }[];
  readonly perFile: { readonly wall: number; readonly cpu: number } | null;
}

interface Server {
  readonly name: string;
  readonly command: string;
  readonly language: 'dockerfile' | 'dockercompose' | 'yaml';
  readonly sizes: readonly number[];
  readonly settings?: object;
  readonly initOptions?: object;
  readonly edits?: number;
}

/** Requests whose cost is shown. */
const features = [
  'completion',
  'hover',
  'documentSymbol',
  'foldingRange',
  'semanticTokens',
  'formatting',
  'documentLink',
  'documentHighlight',
  'inlayHint',
  'codeLens',
];

const scratch = await mkdtemp(path.join(os.tmpdir(), 'dockwright-bench-'));
try {
  await main();
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function main(): Promise<void> {
  say('Bundling …');
  await runOrThrow(process.execPath, ['--import=tsx', 'tools/build.ts', '--production']);
  const peers = await installPeers();
  const sections = [header(), await servers(peers), await commandLines(peers), await parsers(peers)];
  const page = `${sections.filter((section) => section !== '').join('\n\n')}\n`;
  if (options.only !== '' || options.quick) process.stdout.write(page);
  else {
    await writeFile(path.join(root, 'docs/benchmarks.md'), page);
    say('wrote docs/benchmarks.md');
  }
}

async function installPeers(): Promise<string> {
  const folder = path.join(cacheFolder(), 'bench-peers');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  say('Installing the peers to compare with …');
  for (const name of peerPackages) {
    const { code, output } = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', name], {
      cwd: folder,
    });
    if (code !== 0) say(`  left out ${name}: ${output.trim().split('\n')[0] ?? ''}`);
  }
  return path.join(folder, 'node_modules');
}

function header(): string {
  const [cpu] = os.cpus();
  return [
    '# Benchmarks',
    'Our server, command line and parser beside their peers, in one run of one machine. Made by:',
    '```sh\nnpm run bench\n```',
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${os.type()} ${os.release()}.`,
    'How to read the figures: times are milliseconds, medians. CPU counts all threads of a process, the garbage collector included, ' +
      'and is disturbed less by other load than latency is. `waited` is latency that was not spent on CPU, a debounce for example. ' +
      'Requests are measured right behind a keystroke, so they include what the server does first with the new text. ' +
      'Fewer findings are less work: their number stands beside the times. A dash: not offered, or no answer in time.',
  ].join('\n\n');
}

async function servers(peers: string): Promise<string> {
  const node = (file: string) => `"${process.execPath}" "${path.join(peers, file)}" --stdio`;
  const dockerfileSizes = options.quick ? [200, 1000] : [200, 1000, 5000, 20_000];
  const composeSizes = [1000];
  const own = `"${process.execPath}" "${path.join(root, 'server/dist/server.cjs')}" --stdio`;
  const all: readonly Server[] = [
    { name: 'Dockwright', command: own, language: 'dockerfile', sizes: dockerfileSizes },
    {
      name: 'docker-langserver',
      command: node('dockerfile-language-server-nodejs/bin/docker-langserver'),
      language: 'dockerfile',
      sizes: [1000],
    },
    {
      name: 'tally',
      command: `"${path.join(peers, '@wharflab/tally-linux-x64/bin/tally')}" lsp --stdio`,
      language: 'dockerfile',
      sizes: [1000],
      edits: 40,
    },
    { name: 'Dockwright', command: own, language: 'dockercompose', sizes: composeSizes },
    {
      name: 'compose-language-service',
      command: node('@microsoft/compose-language-service/bin/docker-compose-langserver'),
      language: 'dockercompose',
      sizes: composeSizes,
      initOptions: { diagnosticDelay: 0 },
    },
    {
      name: 'yaml-language-server',
      command: node('yaml-language-server/bin/yaml-language-server'),
      language: 'yaml',
      sizes: composeSizes,
      edits: 40,
      settings: {
        yaml: {
          schemas: { [new URL(`file://${path.join(peers, 'dclint/schemas/compose.schema.json')}`).href]: '*' },
          validate: true,
          completion: true,
          hover: true,
          schemaStore: { enable: false },
        },
      },
    },
  ];
  const edits: string[][] = [];
  const requests: string[][] = [];
  for (const server of all) {
    for (const size of server.sizes) {
      const kind = server.language === 'dockerfile' ? 'dockerfile' : 'compose';
      const label = `${server.name} ${kind} ${size}`;
      if (!only.test(label)) continue;
      const session = await measure(server, kind, size, label);
      if (session === undefined) continue;
      const { start, edits: typed, burst, memory, noise } = session;
      edits.push([
        kind,
        String(size),
        server.name,
        figure(start.initialize),
        figure(start.openToFirstDiagnostics),
        String(start.diagnostics),
        figure(typed.cpu?.p50),
        figure(typed.latency?.p50),
        figure(typed.latency?.p95),
        figure(typed.waited),
        figure(burst.completionAfterLastKey),
        figure(memory.peak),
        figure(noise.otherCores),
      ]);
      if (size === 1000)
        requests.push([kind, server.name, ...features.map((name) => figure(session.requests[name]?.changed?.p50))]);
    }
  }
  if (edits.length === 0) return '';
  return [
    '## Language servers',
    '### One keystroke',
    table(
      [
        'file',
        'lines',
        'server',
        'start',
        'open',
        'findings',
        'CPU',
        'latency',
        'p95',
        'waited',
        'completion after a burst',
        'MiB',
        'others’ cores',
      ],
      edits,
    ),
    '### Requests right behind a keystroke, 1000 lines',
    table(['file', 'server', ...features], requests),
  ].join('\n\n');
}

async function measure(server: Server, kind: string, size: number, label: string): Promise<Session | undefined> {
  const input = path.join(scratch, `${kind}-${size}`);
  await writeFile(input, generate(kind, size));
  const args = [
    'tools/bench/lsp-bench.mjs',
    '--server',
    server.command,
    '--lang',
    server.language,
    '--file',
    input,
    '--json',
  ];
  args.push('--name', kind === 'dockerfile' ? 'Dockerfile' : 'compose.yaml');
  args.push('--edits', String(server.edits ?? (options.quick ? 60 : 200)), '--runs', '1');
  args.push('--budget', '6');
  if (server.settings) args.push('--settings', JSON.stringify(server.settings));
  if (server.initOptions) args.push('--init-options', JSON.stringify(server.initOptions));
  const { code, output } = await run(process.execPath, args, { cwd: root, doing: label, timeout: 600_000 });
  if (code !== 0) {
    say(`${label}: failed: ${output.slice(-500)}`);
    return undefined;
  }
  const session = (JSON.parse(output.slice(output.indexOf('{'))) as { median: Session }).median;
  say(`${label}: CPU ${session.edits.cpu?.p50} ms a keystroke, ${session.start.diagnostics} findings`);
  return session;
}

async function commandLines(peers: string): Promise<string> {
  if (!only.test('command line')) return '';
  const rows: string[][] = [];
  const node = (file: string) => `"${process.execPath}" "${file}"`;
  const own = `${node(path.join(root, 'server/dist/cli.cjs'))} lint --no-config --format json {files}`;
  const cases: readonly { kind: 'dockerfile' | 'compose'; name: string; command: string; counts: string }[] = [
    { kind: 'dockerfile', name: 'Dockwright', command: own, counts: '1,1000' },
    {
      kind: 'dockerfile',
      name: 'tally',
      command: `"${path.join(peers, '@wharflab/tally-linux-x64/bin/tally')}" lint --format json {files}`,
      counts: '1,100',
    },
    {
      kind: 'dockerfile',
      name: 'dockerfilelint',
      command: `${node(path.join(peers, 'dockerfilelint/bin/dockerfilelint'))} {files}`,
      counts: '1,200',
    },
    { kind: 'compose', name: 'Dockwright', command: own, counts: '1,1000' },
    {
      kind: 'compose',
      name: 'dclint',
      command: `${node(path.join(peers, 'dclint/bin/dclint.cjs'))} {files}`,
      counts: '1,100',
    },
  ];
  for (const kind of ['dockerfile', 'compose']) {
    await mkdir(path.join(scratch, kind), { recursive: true });
    for (let index = 0; index < 1000; index++) {
      const folder = path.join(scratch, kind, String(index).padStart(4, '0'));
      await mkdir(folder, { recursive: true });
      await writeFile(
        path.join(folder, kind === 'dockerfile' ? 'Dockerfile' : 'compose.yaml'),
        generate(kind, 40 + (index % 30), index + 1),
      );
    }
  }
  for (const { kind, name, command, counts } of cases) {
    const args = [
      'tools/bench/cli-bench.mjs',
      '--cmd',
      command,
      '--counts',
      counts,
      '--json',
      path.join(scratch, kind),
    ];
    const { code, output } = await run(process.execPath, args, {
      cwd: root,
      doing: `${name} command line`,
      timeout: 600_000,
    });
    if (code !== 0) {
      say(`${name} on ${kind} files: failed: ${output.slice(-500)}`);
      continue;
    }
    const { results, perFile } = JSON.parse(output.slice(output.indexOf('{'))) as CommandRun;
    const [first, last] = [results[0], results.at(-1)];
    say(`${name} on ${kind} files: ${last?.median.filesPerSecond} files/s`);
    rows.push([
      kind,
      name,
      figure(first?.median.wall),
      String(last?.files),
      figure(perFile && 1000 / perFile.wall),
      figure(perFile?.cpu),
      figure(last?.median.peakMiB),
    ]);
  }
  return [
    '## Command lines',
    table(['files', 'command', 'first file', 'files', 'files/s after the first', 'CPU per file', 'MiB'], rows),
  ].join('\n\n');
}

/** Warm, in this process: every line of the file read into a tree. */
async function parsers(peers: string): Promise<string> {
  if (!only.test('parser')) return '';
  const rows: string[][] = [];
  const require = createRequire(path.join(peers, 'index.js'));
  const candidates: readonly { name: string; work: (text: string) => unknown }[] = [
    { name: 'Dockwright', work: (text) => parse(text).instructions.length },
    {
      name: 'Dockwright, with all flags and words',
      work: (text) => parse(text).instructions.map((instruction) => [instruction.flags, instruction.words]),
    },
    {
      name: 'dockerfile-ast',
      work: (text) =>
        (
          require('dockerfile-ast') as { DockerfileParser: { parse(text: string): { getInstructions(): unknown[] } } }
        ).DockerfileParser.parse(text).getInstructions(),
    },
  ];
  for (const size of [1000, 10_000]) {
    const text = generate('dockerfile', size);
    for (const { name, work } of candidates) {
      try {
        const times: number[] = [];
        for (let round = 0; round < 40; round++) {
          const start = performance.now();
          work(text);
          times.push(performance.now() - start);
        }
        times.sort((a, b) => a - b);
        rows.push([String(size), name, figure(times[20])]);
      } catch (error) {
        say(`${name}: failed: ${String(error)}`);
      }
    }
  }
  return ['## Parsers', table(['lines', 'parser', 'ms'], rows)].join('\n\n');
}

function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100);
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
