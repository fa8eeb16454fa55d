import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { type ExposedPort, exposedPorts } from '../model/ports.ts';
import type { Stage } from '../model/stage.ts';
import { type StartWord, startWords } from '../model/startWords.ts';
import { dockerfileRule } from '../rule.ts';

export const exposedPortMismatch = dockerfileRule({
  id: 'exposed-port-mismatch',
  summary: 'EXPOSE names the port that the program is told to listen on.',
  why: "'docker run --publish-all', Compose and people go by EXPOSE, and find nobody at home.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM python:3.13\nEXPOSE «8080»\nCMD ["uvicorn", "app:app", "--port", "8000"]\n',
      good: 'FROM python:3.13\nEXPOSE 8000\nCMD ["uvicorn", "app:app", "--port", "8000"]\n',
    },
    {
      bad: 'FROM python:3.13\nCMD ["gunicorn", "--bind=0.0.0.0:8000", "app"]\nEXPOSE «80»\n',
      good: 'FROM python:3.13\nCMD ["gunicorn", "--bind=0.0.0.0:8000", "app"]\nEXPOSE 8000\n',
    },
  ],
  check({ model }, report) {
    const { finalStage } = model;
    if (finalStage === undefined || model.all('EXPOSE').length === 0) return;
    const listening = portIn(startWords(finalStage));
    if (listening === undefined) return;
    const exposed = exposedIn(finalStage, model);
    const [first] = exposed ?? [];
    if (exposed === undefined || first === undefined) return;
    const isNamed = exposed.some(
      ({ port }) => port.kind === 'problem' || (port.first <= listening.port && listening.port <= port.last),
    );
    if (isNamed) return;
    report({
      at: first.word,
      message: `The program is told to listen on ${quote(String(listening.port))}, which EXPOSE does not name. Make them agree.`,
      related: [{ at: listening.at, message: 'The port it listens on.' }],
    });
  },
});

/** Every port that the image exposes; `undefined` when a variable hides one. */
function exposedIn(stage: Stage, model: Dockerfile): readonly ExposedPort[] | undefined {
  const found: ExposedPort[] = [];
  for (let current: Stage | undefined = stage; current !== undefined; current = current.parent) {
    for (const expose of current.all('EXPOSE')) {
      if (expose.words.some(({ source }) => model.valueOf(source) === undefined)) return undefined;
      found.push(...exposedPorts(expose, (text) => model.valueOf(text)));
    }
  }
  return found;
}

interface Listening {
  readonly port: number;
  readonly at: Span;
}

/** Options that name the port to listen on, of servers that are common in images. */
function portIn(words: readonly StartWord[]): Listening | undefined {
  const programs = new Set(words.map(({ text }) => text.slice(text.lastIndexOf('/') + 1)));
  for (const [index, { text, span }] of words.entries()) {
    const next = words[index + 1];
    const attached = /^--(?:port|http-port|server\.port|bind|listen)=(?:\S*:)?(\d{1,5})$/.exec(text)?.[1];
    if (attached !== undefined) return { port: Number(attached), at: span };
    if (next === undefined || !takesPort(text, programs)) continue;
    const port = /^(?:\S*:)?(\d{1,5})$/.exec(next.text)?.[1];
    if (port !== undefined) return { port: Number(port), at: next.span };
  }
  return undefined;
}

function takesPort(option: string, programs: ReadonlySet<string>): boolean {
  switch (option) {
    case '--port':
    case '--bind':
    case '--listen':
    case 'runserver':
    case 'http.server':
      return true;
    case '-b':
      return programs.has('gunicorn') || programs.has('hypercorn');
    case '-S':
      return programs.has('php');
    case '-p':
      return ['flask', 'http-server', 'next', 'rails', 'puma', 'thin'].some((program) => programs.has(program));
    default:
      return false;
  }
}
