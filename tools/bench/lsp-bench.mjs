#!/usr/bin/env node
// Measures any language server over stdio, as an editor would use it.
//
//   node lsp-bench.mjs --server 'COMMAND ARGS' --lang dockerfile|dockercompose|yaml --file FILE
//     [--edits 200] [--runs 1] [--json] [--settings JSON] [--init-options JSON]
//     [--diagnostics auto|push|pull] [--budget SECONDS] [--name FILENAME]
//
// What is reported, per run (medians over --runs, each a fresh process):
//   start        spawn to the initialize reply, and to the first and the last
//                diagnostics of the opened file; CPU used up to each
//   edits        one keystroke at a time all over the file, each awaited:
//                `latency` is keystroke to diagnostics; `cpu` is the server's
//                CPU per keystroke; `waited` is the latency not spent on CPU,
//                that is, a server's debounce (plus what other processes took)
//   burst        a line typed at 25 keys a second without waiting, then
//                completion at once, and the time until the last diagnostics
//   requests     per feature, `changed`: right after a keystroke, whatever the
//                server does first included; `unchanged`: asked once more,
//                when the diagnostics of the keystroke have come
//   memory, cpu  peak and final resident MiB, CPU ms over the whole session
// Times are ms. A null means: not offered, or no reply in time.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { clientCapabilities } from './capabilities.mjs';
import { burstText, completionSites, EditedDocument, hoverSites, keystrokes } from './document.mjs';
import { RpcError, RpcProcess, RpcTimeout } from './rpc.mjs';
import * as util from './util.mjs';

const { round, sleep, stats } = util;
const THINK_MS = 10; // between an answer and the next keystroke
const BURST_INTERVAL_MS = 40;
const WARMUP_EDITS = 20;
const SITES = 50;
const ROUNDS = 20;
const REPLY_TIMEOUT_MS = 60_000;
const QUIET_MS = 1500; // no further diagnostics for so long: settled

class Session {
  #publishes = [];
  #waiters = new Set();
  #registered = new Map();
  refreshes = 0;
  patienceMs = 400; // how long a request's turn waits for the edit's diagnostics

  constructor({ server, lang, text, folder, fileName, settings, initOptions, diagnostics, budgetMs }) {
    Object.assign(this, { settings, initOptions, folder, wanted: diagnostics, budgetMs });
    this.document = new EditedDocument(pathToFileURL(join(folder, fileName)).href, lang, text);
    this.rpc = new RpcProcess(server, {
      cwd: folder,
      onNotification: (method, params, at) => this.#notified(method, params, at),
      onRequest: (method, params) => this.#asked(method, params),
    });
    this.tree = [this.rpc.pid];
  }

  // ---- Protocol ---------------------------------------------------------------

  async initialize() {
    const uri = pathToFileURL(this.folder).href;
    const reply = await this.rpc.request('initialize', {
      processId: process.pid,
      clientInfo: { name: 'lsp-bench', version: '1' },
      locale: 'en',
      rootUri: uri,
      rootPath: this.folder,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: clientCapabilities,
      initializationOptions: this.initOptions,
    });
    this.capabilities = reply.result.capabilities;
    this.serverInfo = reply.result.serverInfo ?? null;
    const sync = this.capabilities.textDocumentSync;
    this.incremental = (typeof sync === 'object' ? sync.change : sync) === 2;
    this.rpc.notify('initialized', {});
    this.rpc.notify('workspace/didChangeConfiguration', { settings: this.settings ?? {} });
    return reply.at - this.rpc.spawnedAt;
  }

  supports(property, method) {
    return Boolean(this.capabilities[property]) || this.#registered.has(method);
  }

  get mode() {
    if (this.wanted !== 'auto') return this.wanted;
    return this.supports('diagnosticProvider', 'textDocument/diagnostic') ? 'pull' : 'push';
  }

  get target() {
    return { uri: this.document.uri };
  }

  open() {
    const { uri, languageId, version, text } = this.document;
    return this.rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** Sends one keystroke; returns when it was written. */
  type(edit) {
    const change = this.document.apply(edit);
    return this.rpc.notify('textDocument/didChange', {
      textDocument: { uri: this.document.uri, version: this.document.version },
      contentChanges: [this.incremental ? change : { text: this.document.text }],
    });
  }

  #notified(method, params, at) {
    if (method !== 'textDocument/publishDiagnostics' || params.uri !== this.document.uri) return;
    this.#publishes.push({ at, version: params.version ?? null, items: params.diagnostics });
    for (const check of [...this.#waiters]) check();
  }

  #asked(method, params) {
    switch (method) {
      case 'workspace/configuration':
        return params.items.map(({ section }) => this.#setting(section));
      case 'client/registerCapability':
        for (const { method: registered, registerOptions } of params.registrations) {
          this.#registered.set(registered, registerOptions ?? {});
        }
        return null;
      case 'client/unregisterCapability':
        for (const { method: removed } of params.unregisterations) this.#registered.delete(removed);
        return null;
      case 'workspace/diagnostic/refresh':
        this.refreshes++;
        return null;
      case 'workspace/workspaceFolders':
        return [{ uri: pathToFileURL(this.folder).href, name: 'bench' }];
      case 'workspace/applyEdit':
        return { applied: false };
      case 'window/showDocument':
        return { success: false };
      case 'window/workDoneProgress/create':
      case 'window/showMessageRequest':
      case 'workspace/semanticTokens/refresh':
      case 'workspace/inlayHint/refresh':
      case 'workspace/codeLens/refresh':
      case 'workspace/foldingRange/refresh':
        return null;
      default:
        return undefined;
    }
  }

  #setting(section) {
    if (!section) return this.settings ?? null;
    let value = this.settings;
    for (const key of section.split('.')) value = value?.[key];
    return value ?? this.settings?.[section] ?? null;
  }

  // ---- Diagnostics ------------------------------------------------------------

  get publishCount() {
    return this.#publishes.length;
  }

  /** The nth publish (from `from`) that is not about an older version of the text, or null after the time-out. */
  #published(from, nth, timeoutMs) {
    const current = this.document.version;
    return new Promise((resolve) => {
      const finish = (result) => {
        clearTimeout(timer);
        this.#waiters.delete(check);
        resolve(result);
      };
      const check = () => {
        const fresh = this.#publishes.slice(from).filter(({ version }) => version === null || version >= current);
        if (fresh.length >= nth) finish(fresh[nth - 1]);
      };
      const timer = setTimeout(() => finish(null), timeoutMs);
      this.#waiters.add(check);
      check();
    });
  }

  async #pull(timeoutMs) {
    const identifier = this.capabilities.diagnosticProvider?.identifier;
    for (;;) {
      try {
        const { result, at } = await this.rpc.request(
          'textDocument/diagnostic',
          { textDocument: this.target, identifier, previousResultId: this.resultId },
          timeoutMs,
        );
        this.resultId = result?.resultId;
        if (result?.kind !== 'unchanged') this.lastItems = result?.items ?? [];
        return { at, items: this.lastItems ?? [] };
      } catch (error) {
        const retry = error instanceof RpcError && error.code === -32802 && error.data?.retriggerRequest;
        if (!retry) return null;
      }
    }
  }

  /** Starts to wait for the answer to what is sent next. Call it, send, then await its `done()`. */
  expectDiagnostics({ nth = 1, timeoutMs = REPLY_TIMEOUT_MS } = {}) {
    const from = this.#publishes.length;
    return {
      done: () => (this.mode === 'pull' ? this.#pull(timeoutMs) : this.#published(from, nth, timeoutMs)),
    };
  }

  /**
   * Waits until diagnostics stop coming. Gives the last answer (`first`, or the
   * last publish since the publish count was `from`) and the publishes since then.
   */
  async settle(from, first) {
    let last = first;
    let refreshes = this.refreshes;
    let count = this.#publishes.length;
    let quietSince = performance.now();
    while (performance.now() - quietSince < QUIET_MS) {
      await sleep(50);
      if (this.mode === 'pull' && this.refreshes !== refreshes) {
        refreshes = this.refreshes;
        last = (await this.#pull(REPLY_TIMEOUT_MS)) ?? last;
        quietSince = performance.now();
      } else if (this.#publishes.length !== count) {
        count = this.#publishes.length;
        quietSince = performance.now();
      }
    }
    if (this.mode === 'push') last = this.#publishes.slice(from).at(-1) ?? last;
    return { last, publishes: count - from };
  }

  /** Cancels a running pull, as editors do when the text changes under it, and starts a new one. */
  repull(previous) {
    if (previous?.running) this.rpc.notify('$/cancelRequest', { id: previous.request.id });
    const identifier = this.capabilities.diagnosticProvider?.identifier;
    const pull = { running: true };
    pull.request = this.rpc.request('textDocument/diagnostic', { textDocument: this.target, identifier });
    pull.done = pull.request.then(
      ({ at }) => at,
      () => null,
    );
    pull.done.finally(() => (pull.running = false));
    return pull;
  }

  // ---- Sampling ---------------------------------------------------------------

  cpu() {
    this.tree = util.processTree(this.rpc.pid);
    return util.cpuMs(this.rpc.pid, this.tree);
  }

  fineCpu() {
    return util.fineCpuMs(this.tree);
  }
}

/** A loop that ends after `count` turns or when the phase's time is used up. */
async function repeat(count, budgetMs, turn) {
  const end = performance.now() + budgetMs;
  for (let i = 0; i < count && performance.now() < end; i++) await turn(i);
}

async function measureStart(session) {
  const initialize = await session.initialize();
  const initializeCpu = session.cpu();
  const from = session.publishCount;
  const expected = session.expectDiagnostics();
  const openedAt = session.open();
  await sleep(0); // Lets a dynamic registration of pull diagnostics in before the mode is chosen.
  const first = await expected.done();
  const firstCpu = session.cpu();
  const { last, publishes } = await session.settle(from, first);
  return {
    initialize: round(initialize),
    initializeCpu,
    openToFirstDiagnostics: first && round(first.at - openedAt),
    openToLastDiagnostics: last && round(last.at - openedAt),
    spawnToFirstDiagnostics: first && round(first.at - session.rpc.spawnedAt),
    firstDiagnosticsCpu: firstCpu,
    settledCpu: session.cpu(),
    publishes,
    diagnostics: last ? last.items.length : null,
  };
}

async function measureEdits(session, count) {
  const openedText = session.document.text;
  const stream = keystrokes(session.document);
  const next = () => stream.next().value;

  // How often does the server publish for one keystroke? The answer to a
  // keystroke is complete with that many.
  let perEdit = 1;
  const calibration = [];
  for (let i = 0; i < 2; i++) {
    const from = session.publishCount;
    const expected = session.expectDiagnostics({ timeoutMs: 15_000 });
    session.type(next());
    const first = await expected.done();
    const { publishes } = await session.settle(from, first);
    if (first && session.mode === 'push') calibration.push(publishes);
  }
  if (calibration.length > 0) perEdit = Math.max(1, Math.min(...calibration));

  const turn = async (latencies, cpus) => {
    const expected = session.expectDiagnostics({ nth: perEdit });
    const cpuBefore = session.fineCpu();
    const sentAt = session.type(next());
    const answer = await expected.done();
    await sleep(THINK_MS);
    const cpuAfter = session.fineCpu();
    if (cpuBefore !== null) cpus.push(cpuAfter - cpuBefore);
    if (answer) latencies.push(answer.at - sentAt);
    return answer;
  };

  const cold = { latencies: [], cpus: [] };
  await repeat(WARMUP_EDITS, session.budgetMs / 2, () => turn(cold.latencies, cold.cpus));

  const warm = { latencies: [], cpus: [] };
  let missed = 0;
  let sent = 0;
  const startCpu = session.cpu();
  await repeat(count, session.budgetMs, async () => {
    sent++;
    if (!(await turn(warm.latencies, warm.cpus))) missed++;
    if (missed > 3 && warm.latencies.length === 0) throw new Error('the server sends no diagnostics');
  });
  await sleep(200);
  const totalCpu = session.cpu() - startCpu;
  // Leaves the text as it was opened: the visit to the last line is completed.
  while (session.document.text !== openedText) session.type(next());
  await session.settle(session.publishCount, null);
  const latency = stats(warm.latencies);
  const cpu = stats(warm.cpus);
  session.patienceMs = Math.min(3000, Math.max(400, 2 * (latency?.p50 ?? 0)));
  return {
    sent,
    missed,
    publishesPerEdit: session.mode === 'push' ? perEdit : null,
    latency,
    cpu,
    cpuPerEditCoarse: sent ? round(totalCpu / sent) : null,
    waited: latency && cpu && round(Math.max(0, latency.p50 - cpu.p50)),
    first20: stats(cold.latencies),
  };
}

async function measureBurst(session) {
  const { line, opening, column, typed } = burstText(session.document);
  const place = { line, character: session.document.lines[line].length };
  const from = session.publishCount;
  const cpuBefore = session.cpu();
  const startedAt = performance.now();
  let lastTypedAt = session.type({ start: place, end: place, text: opening });
  let pull = session.mode === 'pull' ? session.repull() : null;
  for (let i = 0; i < typed.length; i++) {
    await sleep(Math.max(0, startedAt + (i + 1) * BURST_INTERVAL_MS - performance.now()));
    const position = { line: line + 1, character: column + i };
    lastTypedAt = session.type({ start: position, end: position, text: typed[i] });
    if (session.mode === 'pull') pull = session.repull(pull);
  }
  const position = { line: line + 1, character: column + typed.length };
  const completion = session.supports('completionProvider', 'textDocument/completion')
    ? await session.rpc
        .request('textDocument/completion', { textDocument: session.target, position, context: { triggerKind: 1 } })
        .catch(() => null)
    : null;
  const pulledAt = pull ? await pull.done : null;
  const { last, publishes } = await session.settle(from, null);
  const doneAt = session.mode === 'pull' ? pulledAt : last?.at;
  const result = {
    keys: typed.length + 1,
    completionAfterLastKey: completion && round(completion.ms),
    lastKeyToLastDiagnostics: doneAt ? round(Math.max(0, doneAt - lastTypedAt)) : null,
    publishes: session.mode === 'push' ? publishes : null,
    cpu: session.cpu() - cpuBefore,
  };
  session.type({ start: place, end: { line: line + 1, character: session.document.lines[line + 1].length }, text: '' });
  await session.settle(session.publishCount, null);
  return result;
}

const sizeOf = (result) =>
  result === null || result === undefined
    ? 0
    : (result.items ?? result.data ?? (Array.isArray(result) ? result : [result])).length;

/**
 * One feature, asked for right after an edit and then once more. `step(i)`
 * gives { edit, params, undo?, kind? }.
 */
async function measureRequest(session, method, step, rounds) {
  const changed = [];
  const unchanged = [];
  const cpus = [];
  const sizes = [];
  const kinds = {};
  let failed = 0;
  let timedOut = false;
  await repeat(rounds, session.budgetMs / 4, async (i) => {
    if (timedOut) return;
    const { edit, params, undo, kind } = step(i);
    const expected = session.expectDiagnostics({ timeoutMs: session.patienceMs });
    session.type(edit);
    const ask = () => session.rpc.request(method, params, REPLY_TIMEOUT_MS);
    try {
      const first = await ask();
      await expected.done(); // Lets the edit's own diagnostics out of the way.
      const cpuBefore = session.fineCpu();
      const { result, ms } = await ask();
      const cpuAfter = session.fineCpu();
      changed.push(first.ms);
      unchanged.push(ms);
      if (cpuBefore !== null) cpus.push(cpuAfter - cpuBefore);
      sizes.push(sizeOf(result));
      if (kind) {
        kinds[kind] ??= [];
        kinds[kind].push({ ms: first.ms, items: sizeOf(result) });
      }
    } catch (error) {
      if (error instanceof RpcTimeout) timedOut = true;
      else if (error instanceof RpcError) failed++;
      else throw error;
    }
    if (undo) {
      const undone = session.expectDiagnostics({ timeoutMs: session.patienceMs });
      session.type(undo);
      await undone.done();
    }
    await sleep(THINK_MS);
  });
  if (changed.length === 0) return failed || timedOut ? { failed, timedOut } : null;
  return {
    changed: stats(changed),
    unchanged: stats(unchanged),
    cpu: stats(cpus),
    items: {
      p50: util.median(sizes),
      max: Math.max(...sizes),
      nonEmpty: round(sizes.filter(Boolean).length / sizes.length),
    },
    byKind: Object.fromEntries(
      Object.entries(kinds).map(([kind, all]) => [
        kind,
        {
          n: all.length,
          changed: round(util.median(all.map(({ ms }) => ms))),
          items: util.median(all.map(({ items }) => items)),
        },
      ]),
    ),
    failed,
    timedOut,
  };
}

async function measureRequests(session) {
  const { document, target } = session;
  const stream = keystrokes(document, { seed: 7, sameLineOnly: true });
  const afterKey = (paramsOf) => (i) => ({ edit: stream.next().value, params: paramsOf(i) });

  const completions = completionSites(document, SITES);
  const complete = (i) => {
    const { line, typed, kind } = completions[i];
    const start = { line, character: document.lines[line].length };
    const end = { line: line + 1, character: typed.length };
    return {
      kind,
      edit: { start, end: start, text: `\n${typed}` },
      undo: { start, end, text: '' },
      params: { textDocument: target, position: end, context: { triggerKind: 1 } },
    };
  };
  const hovers = hoverSites(document, SITES);
  const wholeFile = { start: { line: 0, character: 0 }, end: document.endOfText };
  const cursor = { textDocument: target, position: hovers[0]?.position ?? { line: 0, character: 0 } };
  const whole = afterKey(() => ({ textDocument: target }));

  const plan = [
    ['completion', 'completionProvider', 'completion', complete, completions.length],
    [
      'hover',
      'hoverProvider',
      'hover',
      afterKey((i) => ({ textDocument: target, position: hovers[i].position })),
      hovers.length,
    ],
    ['documentSymbol', 'documentSymbolProvider', 'documentSymbol', whole],
    ['foldingRange', 'foldingRangeProvider', 'foldingRange', whole],
    [
      'formatting',
      'documentFormattingProvider',
      'formatting',
      afterKey(() => ({ textDocument: target, options: { tabSize: 2, insertSpaces: true } })),
    ],
    ['documentLink', 'documentLinkProvider', 'documentLink', whole],
    ['codeLens', 'codeLensProvider', 'codeLens', whole],
    ['inlayHint', 'inlayHintProvider', 'inlayHint', afterKey(() => ({ textDocument: target, range: wholeFile }))],
    ['documentHighlight', 'documentHighlightProvider', 'documentHighlight', afterKey(() => cursor)],
    ['semanticTokens', 'semanticTokensProvider', 'semanticTokens/full', whole],
  ];
  const results = {};
  for (const [name, property, method, step, rounds = ROUNDS] of plan) {
    const offered = session.supports(property, `textDocument/${method}`);
    results[name] =
      offered && rounds > 0 ? await measureRequest(session, `textDocument/${method}`, step, rounds) : null;
    if (results[name]?.timedOut) break; // The server is still busy; nothing more can be measured on it.
  }
  return results;
}

async function measureRun(options) {
  const noise = util.watchNoise();
  const session = new Session(options);
  try {
    const start = await measureStart(session);
    const edits = await measureEdits(session, options.edits);
    const burst = await measureBurst(session);
    const requests = await measureRequests(session);
    const cpu = session.cpu();
    const memory = util.memoryMiB(session.rpc.pid, session.tree);
    const ended = await session.rpc
      .request('shutdown', undefined, 5000)
      .then(() => session.rpc.notify('exit'))
      .then(() => Promise.race([session.rpc.exited.then(() => true), sleep(3000).then(() => false)]))
      .catch(() => false);
    return {
      server: session.serverInfo,
      diagnosticsBy: session.mode,
      sync: session.incremental ? 'incremental' : 'full',
      start,
      edits,
      burst,
      requests,
      memory,
      cpu,
      endedWhenAsked: ended,
      noise: noise.stop(cpu),
    };
  } catch (error) {
    error.message += `\n--- server's stderr ---\n${session.rpc.log}`;
    throw error;
  } finally {
    session.rpc.kill();
  }
}

function report(result) {
  const { start, edits, burst, requests, memory, cpu, noise } = result.median;
  const line = (name, s) => [name, s?.n, s?.p50, s?.p95, s?.p99, s?.max];
  const rows = [
    ['ms', 'n', 'p50', 'p95', 'p99', 'max'],
    line('keystroke to diagnostics', edits.latency),
    line('  CPU per keystroke', edits.cpu),
    line('  first 20 keystrokes', edits.first20),
  ];
  for (const [name, r] of Object.entries(requests)) {
    if (r?.changed) rows.push(line(`${name}, after a change`, r.changed), line(`${name}, again`, r.unchanged));
    if (r?.timedOut) rows.push([`${name}: no reply in ${REPLY_TIMEOUT_MS / 1000} s`, '', '', '', '', '']);
  }
  return [
    `${result.command}`,
    `${result.file.name}: ${result.file.lines} lines, ${result.file.bytes} bytes; ${result.median.sync} sync, ${result.median.diagnosticsBy} diagnostics (${start.diagnostics})`,
    `start: initialize ${start.initialize} ms (CPU ${start.initializeCpu}), first diagnostics ${start.openToFirstDiagnostics} ms after open, last ${start.openToLastDiagnostics}`,
    util.table(rows),
    `waited per keystroke (debounce): ${edits.waited} ms; answers missed: ${edits.missed} of ${edits.sent}`,
    `burst of ${burst.keys} keys: completion ${burst.completionAfterLastKey} ms, last diagnostics ${burst.lastKeyToLastDiagnostics} ms, CPU ${burst.cpu} ms, ${burst.publishes} publishes`,
    `completion items: ${
      Object.entries(requests.completion?.byKind ?? {})
        .map(([kind, k]) => `${kind} ${k.items}`)
        .join(', ') || null
    }`,
    `memory: peak ${memory.peak} MiB, at the end ${memory.current} MiB; CPU ${cpu} ms`,
    `noise: others used ${noise.otherCores} cores; calibration loop ${result.calibrationMs} ms`,
  ].join('\n');
}

const { values } = parseArgs({
  options: {
    server: { type: 'string' },
    lang: { type: 'string' },
    file: { type: 'string' },
    name: { type: 'string' },
    edits: { type: 'string', default: '200' },
    runs: { type: 'string', default: '1' },
    budget: { type: 'string', default: '60' },
    diagnostics: { type: 'string', default: 'auto' },
    settings: { type: 'string' },
    'init-options': { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const LANGUAGES = { dockerfile: 'Dockerfile', dockercompose: 'compose.yaml', yaml: 'compose.yaml' };
if (!values.server || !values.file || !LANGUAGES[values.lang]) {
  console.error(
    "usage: lsp-bench.mjs --server 'COMMAND ARGS' --lang dockerfile|dockercompose|yaml --file FILE [options]",
  );
  process.exit(2);
}

// The file is served from a folder of its own, so that no server scans what lies around it.
const folder = mkdtempSync(join(tmpdir(), 'lsp-bench-'));
const fileName = values.name ?? LANGUAGES[values.lang];
cpSync(values.file, join(folder, fileName));
try {
  const text = readFileSync(values.file, 'utf8');
  const runs = [];
  for (let i = 0; i < Number(values.runs); i++) {
    runs.push(
      await measureRun({
        server: util.splitCommand(values.server),
        lang: values.lang,
        text,
        folder,
        fileName,
        settings: values.settings ? JSON.parse(values.settings) : null,
        initOptions: values['init-options'] ? JSON.parse(values['init-options']) : undefined,
        diagnostics: values.diagnostics,
        budgetMs: Number(values.budget) * 1000,
        edits: Number(values.edits),
      }),
    );
  }
  const result = {
    command: values.server,
    file: { name: basename(values.file), lines: text.split('\n').length - 1, bytes: Buffer.byteLength(text) },
    machine: util.machine(),
    calibrationMs: util.calibrate(),
    median: util.medianTree(runs),
    runs,
  };
  console.log(values.json ? JSON.stringify(result, null, 1) : report(result));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
