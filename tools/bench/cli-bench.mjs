#!/usr/bin/env node
// Whole-process cost of a lint command over a folder of files.
//
//   node cli-bench.mjs --cmd 'COMMAND {files}' FOLDER
//     [--counts 1,100,500] [--match REGEX] [--runs 3] [--json]
//
// `{files}` becomes the files' paths; with `{file}` instead, the command runs
// once per file. Each count takes that many files from the sorted list (all of
// them by default). Wall and CPU include the process's start; `perFile` is the
// cost of one more file, from the smallest to the largest count.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import * as util from './util.mjs';

const DEFAULT_MATCH = String.raw`(^|/)([^/]*compose[^/]*\.ya?ml|(Docker|Container)file[^/]*|[^/]+\.(Docker|Container)file)$`;
const POLL_MS = 5;

function findFiles(folder, pattern) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => pattern.test(relative(folder, path)))
    .sort();
}

/** Runs one command to its end: { exitCode, peakMiB, output bytes }. */
function runOnce([program, ...args], cwd) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let peakMiB = 0;
    let output = 0;
    const sample = () => (peakMiB = Math.max(peakMiB, util.memoryMiB(child.pid, [child.pid]).peak));
    const timer = setInterval(sample, POLL_MS);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk.length));
    child.once('error', fail);
    child.once('close', (exitCode) => {
      clearInterval(timer);
      done({ exitCode, peakMiB, output });
    });
  });
}

async function measure(command, files, cwd) {
  const invocations = command.includes('{file}')
    ? files.map((file) => command.map((word) => (word === '{file}' ? file : word)))
    : [command.flatMap((word) => (word === '{files}' ? files : [word]))];
  const noise = util.watchNoise();
  const cpuBefore = util.reapedChildrenCpuMs();
  const start = performance.now();
  const ends = [];
  for (const invocation of invocations) ends.push(await runOnce(invocation, cwd));
  const wall = performance.now() - start;
  const cpu = util.reapedChildrenCpuMs() - cpuBefore;
  return {
    wall: util.round(wall),
    cpu,
    filesPerSecond: util.round((files.length / wall) * 1000),
    peakMiB: Math.max(...ends.map((end) => end.peakMiB)),
    outputBytes: ends.reduce((sum, end) => sum + end.output, 0),
    exitCode: ends[0].exitCode,
    noise: noise.stop(cpu),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cmd: { type: 'string' },
    counts: { type: 'string' },
    match: { type: 'string', default: DEFAULT_MATCH },
    runs: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
});
const command = util.splitCommand(values.cmd ?? '');
if (positionals.length !== 1 || !command.some((word) => word === '{files}' || word === '{file}')) {
  console.error(
    "usage: cli-bench.mjs --cmd 'COMMAND {files}' FOLDER [--counts 1,100,500] [--match REGEX] [--runs 3] [--json]",
  );
  process.exit(2);
}
const folder = resolve(positionals[0]);
const found = findFiles(folder, new RegExp(values.match));
const counts = values.counts ? values.counts.split(',').map(Number) : [found.length];
if (found.length < Math.max(...counts)) throw new Error(`only ${found.length} files match in ${folder}`);

const results = [];
for (const count of counts) {
  const files = found.slice(0, count);
  const texts = files.map((file) => readFileSync(file, 'latin1'));
  await measure(command, files.slice(0, 1), folder); // Fills the file cache.
  const runs = [];
  for (let i = 0; i < Number(values.runs); i++) runs.push(await measure(command, files, folder));
  results.push({
    files: count,
    lines: texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0),
    bytes: texts.reduce((sum, text) => sum + text.length, 0),
    median: util.medianTree(runs),
    runs,
  });
}
const [first, last] = [results[0], results.at(-1)];
const perFile = (key) => util.round((last.median[key] - first.median[key]) / (last.files - first.files), 3);
const result = {
  command: values.cmd,
  machine: util.machine(),
  calibrationMs: util.calibrate(),
  results,
  perFile: last.files > first.files ? { wall: perFile('wall'), cpu: perFile('cpu') } : null,
};
if (values.json) {
  console.log(JSON.stringify(result, null, 1));
} else {
  const rows = results.map(({ files, lines, median: m }) => [
    files,
    lines,
    m.wall,
    m.cpu,
    m.filesPerSecond,
    m.peakMiB,
    m.exitCode,
    m.noise.otherCores,
  ]);
  console.log(values.cmd);
  console.log(
    util.table([['files', 'lines', 'wall ms', 'CPU ms', 'files/s', 'peak MiB', 'exit', 'other cores'], ...rows]),
  );
  if (result.perFile) console.log(`one more file: ${result.perFile.wall} ms wall, ${result.perFile.cpu} ms CPU`);
  console.log(`calibration loop ${result.calibrationMs} ms`);
}
