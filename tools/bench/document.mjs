// The client's copy of an open document, and the simulated user: a stream of
// keystrokes and the places where completion and hover are asked for.
import { createRandom } from './util.mjs';

export class EditedDocument {
  version = 1;

  constructor(uri, languageId, text) {
    this.uri = uri;
    this.languageId = languageId;
    this.lines = text.split(/\r?\n/);
  }

  get text() {
    return this.lines.join('\n');
  }

  get endOfText() {
    const line = this.lines.length - 1;
    return { line, character: this.lines[line].length };
  }

  /** Applies one replacement and returns it as an LSP content change. */
  apply({ start, end, text }) {
    const before = this.lines[start.line].slice(0, start.character);
    const after = this.lines[end.line].slice(end.character);
    this.lines.splice(start.line, end.line - start.line + 1, ...(before + text + after).split('\n'));
    this.version++;
    return { range: { start, end }, text };
  }
}

const at = (line, character) => ({ line, character });
const insert = (line, character, text) => ({ start: at(line, character), end: at(line, character), text });
const remove = (line, from, to) => ({ start: at(line, from), end: at(line, to), text: '' });

const isYaml = (document) => document.languageId !== 'dockerfile';
const isComment = (line) => /^\s*#/.test(line);
const isHeredocEnd = (line) => /^[A-Z]+$/.test(line);
const continues = (line) => /\\\s*$/.test(line);
const indentOf = (line) => /^\s*/.exec(line)[0].length;

/** Where typing at the "end" of a line leaves its syntax intact: before closing quotes, brackets, `:` or `\`. */
function typingColumn(line) {
  return line.replace(/[\s\\"'\]}:;]+$/, '').length;
}

/**
 * An endless, deterministic stream of keystrokes spread over the whole file.
 * Each visit to a line ends with the text as it was before: a word is extended
 * and rubbed out, a letter is put into a word and removed, a line is added,
 * typed and deleted, a line is commented out and back in.
 */
export function* keystrokes(document, { seed = 1, sameLineOnly = false } = {}) {
  const random = createRandom(seed);
  const yaml = isYaml(document);
  for (let visit = 0; ; visit++) {
    const count = document.lines.length;
    // Low-discrepancy order: every part of the file is visited early on.
    let line = Math.floor(((visit * 0.61803398875 + random.next() / count) % 1) * count);
    for (let tries = 0; tries < count && !isEditable(document.lines[line]); tries++) line = (line + 1) % count;
    const text = document.lines[line];
    const end = typingColumn(text);

    switch (sameLineOnly ? visit % 2 : visit % 4) {
      case 0:
        for (let i = 0; i < 4; i++) yield insert(line, end + i, 'abcd'[i]);
        for (let i = 4; i > 0; i--) yield remove(line, end + i - 1, end + i);
        break;
      case 1: {
        const middle = Math.min(end, indentOf(text) + 1 + random.int(Math.max(1, end - indentOf(text))));
        yield insert(line, middle, 'z');
        yield remove(line, middle, middle + 1);
        break;
      }
      case 2: {
        if (yaml ? !/^\s*[\w.-]+: \S/.test(text) : continues(text)) break;
        const indent = ' '.repeat(yaml ? indentOf(text) : 0);
        yield insert(line, text.length, `\n${indent}`);
        const typed = yaml ? 'x-note: a' : 'RUN echo hi';
        for (let i = 0; i < typed.length; i++) yield insert(line + 1, indent.length + i, typed[i]);
        yield { start: at(line, text.length), end: at(line + 1, document.lines[line + 1].length), text: '' };
        break;
      }
      case 3:
        yield insert(line, 0, '#');
        yield remove(line, 0, 1);
        break;
    }
  }
}

function isEditable(line) {
  return (
    line.trim().length > 1 &&
    !isHeredocEnd(line) &&
    !/^#\s*(syntax|escape|check)=/i.test(line) &&
    !/<<-?["']?\w+/.test(line)
  );
}

/** The keystrokes of one new line, typed without pause, and the place it goes to. */
export function burstText(document) {
  const yaml = isYaml(document);
  const { lines } = document;
  const fitting = (text, i) =>
    i > 0 &&
    (yaml
      ? /^\s+[\w.-]+: \S/.test(text)
      : /^(ENV|WORKDIR|EXPOSE|USER|COPY) /.test(text) && !continues(text) && !/<</.test(text));
  const middle = Math.floor(lines.length / 2);
  let line = lines.findIndex((text, i) => i >= middle && fitting(text, i));
  if (line < 0) line = lines.findIndex(fitting);
  if (line < 0) line = lines.length - 1;
  const indent = yaml ? ' '.repeat(indentOf(lines[line])) : '';
  const typed = yaml ? 'x-long-name: some value' : 'RUN echo "one" && echo two';
  return { line, opening: `\n${indent}`, column: indent.length, typed };
}

/**
 * Up to `count` completions a user would ask for, kind after kind: a new line
 * is begun behind `line` with `typed`, and completion asked for at its end.
 * Image references are left alone: several servers ask a registry there, and
 * the network is not what is measured.
 */
export function completionSites(document, count, seed = 1) {
  const random = createRandom(seed);
  const kinds = isYaml(document)
    ? composeCompletions(document.lines, random)
    : dockerfileCompletions(document.lines, random);
  return takeTurns(kinds, count, random);
}

function dockerfileCompletions(lines, random) {
  const kinds = { keyword: [], flag: [], variable: [], stage: [], argument: [] };
  let heredoc = null;
  let inStage = false;
  lines.forEach((text, line) => {
    if (heredoc) {
      if (text.trim() === heredoc) heredoc = null;
      else return;
    } else {
      heredoc = /<<-?["']?(\w+)/.exec(text)?.[1] ?? null;
      inStage ||= /^FROM /i.test(text);
    }
    if (heredoc || !inStage || continues(text) || isComment(text)) return;
    kinds.keyword.push({ line, typed: random.pick(['R', 'CO', 'E', 'WO', '']) });
    kinds.flag.push({ line, typed: random.pick(['COPY --', 'RUN --', 'HEALTHCHECK --', 'ADD --']) });
    kinds.variable.push({ line, typed: random.pick(['ENV A=$', 'RUN echo ${', 'WORKDIR /srv/$']) });
    kinds.stage.push({ line, typed: 'COPY --from=' });
    kinds.argument.push({ line, typed: random.pick(['EXPOSE ', 'STOPSIGNAL ', 'ONBUILD ', 'SHELL ']) });
  });
  return kinds;
}

function composeCompletions(lines, random) {
  const kinds = { property: [], key: [], value: [], item: [], root: [] };
  let section = '';
  lines.forEach((text, line) => {
    section = /^([\w-]+):/.exec(text)?.[1] ?? section;
    if (section !== 'services') return;
    const indent = ' '.repeat(indentOf(text));
    if (/^ {2}[\w.-]+:$/.test(text)) kinds.property.push({ line, typed: '    ' });
    if (/^ {4}[\w.-]+: [^&*[{]/.test(text)) {
      kinds.key.push({ line, typed: indent + random.pick(['d', 're', 'p', 'vo', 'he']) });
      kinds.value.push({ line, typed: indent + random.pick(['restart: ', 'stdin_open: ', 'cgroup: ']) });
    }
    if (/^ {6}- [^:]+$/.test(text)) kinds.item.push({ line, typed: `${indent}- ` });
  });
  kinds.root.push({ line: lines.length - 1, typed: '' }, { line: lines.length - 1, typed: 'v' });
  return kinds;
}

/** Up to `count` places for hover: keywords and keys, and variables. */
export function hoverSites(document, count, seed = 1) {
  const patterns = isYaml(document)
    ? { key: [/^\s*[\w.-]+(?=:)/, (line) => indentOf(line) + 1] }
    : { keyword: [/^[A-Z]{3,}(?= )/, () => 1], variable: [/^[A-Z]+ [^#]*?\$\{?\w(?=\w)/, (_, match) => match.length] };
  const kinds = {};
  for (const [kind, [pattern, columnOf]] of Object.entries(patterns)) {
    kinds[kind] = document.lines.flatMap((text, line) => {
      const match = !isComment(text) && !/^\s*(FROM|(- )?image:)/i.test(text) && pattern.exec(text);
      return match ? [{ position: at(line, columnOf(text, match[0])) }] : [];
    });
  }
  return takeTurns(kinds, count, createRandom(seed));
}

function takeTurns(kinds, count, random) {
  const queues = Object.entries(kinds).map(([kind, sites]) => random.shuffle(sites).map((site) => ({ kind, ...site })));
  const taken = [];
  for (let i = 0; taken.length < count && queues.some((queue) => i < queue.length); i++) {
    for (const queue of queues) if (i < queue.length && taken.length < count) taken.push(queue[i]);
  }
  return taken;
}
