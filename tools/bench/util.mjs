// Helpers shared by the benchmark scripts: statistics, seeded randomness,
// command-line splitting and Linux /proc sampling. No dependencies.
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';
import { performance } from 'node:perf_hooks';

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function round(value, digits = 2) {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** Nearest-rank percentile of an ascending array. */
function rank(sorted, p) {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
}

/** Summary of a list of samples, or null when there is none. */
export function stats(samples) {
  if (samples.length === 0) return null;
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    n: sorted.length,
    min: round(sorted[0]),
    p50: round(rank(sorted, 0.5)),
    p95: round(rank(sorted, 0.95)),
    p99: round(rank(sorted, 0.99)),
    max: round(sorted[sorted.length - 1]),
    mean: round(sorted.reduce((sum, x) => sum + x, 0) / sorted.length),
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Leaf-wise median over results of the same shape; non-numbers come from the first result that has one. */
export function medianTree(trees) {
  const present = trees.filter((tree) => tree !== null && tree !== undefined);
  if (present.length === 0) return null;
  if (present.every((tree) => typeof tree === 'number')) return round(median(present), 3);
  if (typeof present[0] !== 'object' || Array.isArray(present[0])) return present[0];
  const keys = new Set(present.flatMap((tree) => Object.keys(tree)));
  return Object.fromEntries([...keys].map((key) => [key, medianTree(present.map((tree) => tree[key]))]));
}

/** Deterministic PRNG (mulberry32): same seed, same stream, on every platform. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (bound) => Math.floor(next() * bound);
  const pick = (list) => list[int(list.length)];
  const shuffle = (list) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };
  return { next, int, pick, shuffle, chance: (p) => next() < p };
}

/** Splits a command line the way a POSIX shell would, without expansions. */
export function splitCommand(line) {
  const words = [];
  let word = '';
  let open = false;
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quote) {
      if (c === quote) quote = '';
      else if (c === '\\' && quote === '"' && i + 1 < line.length) word += line[++i];
      else word += c;
    } else if (c === '"' || c === "'") {
      quote = c;
      open = true;
    } else if (c === '\\' && i + 1 < line.length) {
      word += line[++i];
      open = true;
    } else if (/\s/.test(c)) {
      if (open) words.push(word);
      word = '';
      open = false;
    } else {
      word += c;
      open = true;
    }
  }
  if (quote) throw new Error(`unterminated ${quote} in: ${line}`);
  if (open) words.push(word);
  return words;
}

// ---- /proc ------------------------------------------------------------------

const MS_PER_TICK = 10; // USER_HZ is 100 on every Linux ABI Node runs on.

function readProc(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null; // The process ended, or the kernel lacks the file.
  }
}

function procStat(pid) {
  const text = readProc(`/proc/${pid}/stat`);
  if (!text) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return {
    ppid: Number(fields[1]),
    ownTicks: Number(fields[11]) + Number(fields[12]),
    reapedTicks: Number(fields[13]) + Number(fields[14]),
  };
}

/** pid and all its living descendants. */
export function processTree(pid) {
  const childrenOf = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = procStat(name);
    if (!stat) continue;
    if (!childrenOf.has(stat.ppid)) childrenOf.set(stat.ppid, []);
    childrenOf.get(stat.ppid).push(Number(name));
  }
  const tree = [pid];
  for (let i = 0; i < tree.length; i++) tree.push(...(childrenOf.get(tree[i]) ?? []));
  return tree;
}

/** CPU milliseconds of a process tree, dead and reaped children included (10 ms resolution). */
export function cpuMs(pid, tree = processTree(pid)) {
  let ticks = 0;
  for (const member of tree) {
    const stat = procStat(member);
    if (stat) ticks += stat.ownTicks + stat.reapedTicks;
  }
  return ticks * MS_PER_TICK;
}

/**
 * CPU milliseconds of the living threads of the given processes, at nanosecond
 * resolution, from schedstat; null where the kernel does not keep it.
 */
export function fineCpuMs(pids) {
  let total = 0;
  let seen = false;
  for (const pid of pids) {
    let threads;
    try {
      threads = readdirSync(`/proc/${pid}/task`);
    } catch {
      continue;
    }
    for (const thread of threads) {
      const text = readProc(`/proc/${pid}/task/${thread}/schedstat`);
      if (!text) continue;
      seen = true;
      total += Number(text.slice(0, text.indexOf(' ')));
    }
  }
  return seen ? total / 1e6 : null;
}

/** Peak (VmHWM) and current (VmRSS) resident MiB, summed over a process tree. */
export function memoryMiB(pid, tree = processTree(pid)) {
  const sum = { peak: 0, current: 0 };
  for (const member of tree) {
    const text = readProc(`/proc/${member}/status`);
    if (!text) continue;
    sum.peak += Number(/^VmHWM:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    sum.current += Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  return { peak: round(sum.peak / 1024, 1), current: round(sum.current / 1024, 1) };
}

/** CPU milliseconds of this process's ended, reaped children. */
export function reapedChildrenCpuMs() {
  return (procStat('self')?.reapedTicks ?? 0) * MS_PER_TICK;
}

/** Whole-machine busy milliseconds, all cores. */
function machineBusyMs() {
  const text = readProc('/proc/stat');
  if (!text) return null;
  const [user, nice, system, , , irq, softirq] = text.split('\n', 1)[0].trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + softirq) * MS_PER_TICK;
}

/**
 * Watches how busy everything else on the machine is. `stop(childMs)` takes
 * the CPU of the measured program and gives the cores used by others.
 */
export function watchNoise() {
  const start = { wall: performance.now(), busy: machineBusyMs(), self: process.cpuUsage() };
  return {
    stop(childMs) {
      const busy = machineBusyMs();
      const self = process.cpuUsage(start.self);
      const wall = performance.now() - start.wall;
      const others = busy === null ? null : busy - start.busy - childMs - (self.user + self.system) / 1000;
      return {
        otherCores: others === null ? null : round(Math.max(0, others / wall)),
        loadavg1: round(loadavg()[0]),
      };
    },
  };
}

/** Milliseconds for a fixed integer loop: the yardstick to compare machines, or moments, by. */
export function calibrate() {
  const times = [];
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    let x = 1;
    for (let k = 0; k < 2e7; k++) {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
    }
    if (x === 0) throw new Error('unreachable');
    times.push(performance.now() - start);
  }
  return round(Math.min(...times));
}

export function machine() {
  const list = cpus();
  return { cpu: list[0]?.model.trim() ?? null, cores: list.length, node: process.version, kernel: release() };
}

/** Plain-text table with aligned columns. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '-').length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => String(cell ?? '-')[i ? 'padStart' : 'padEnd'](widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
