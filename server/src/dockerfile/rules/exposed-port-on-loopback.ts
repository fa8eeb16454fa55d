import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { type StartWord, startWords } from '../model/startWords.ts';
import { dockerfileRule } from '../rule.ts';

/** A server that listens on the loopback address until it is told another. */
interface Server {
  /** The word behind the program that starts it. */
  readonly verb?: string;
  /** Options that tell, and what is told with them so that others get through. */
  readonly options: readonly string[];
  readonly advice: string;
  /** Variable of the environment that tells too. */
  readonly variable?: string;
}

/** From the manuals of the servers. */
const servers: Readonly<Record<string, Server>> = {
  flask: { verb: 'run', options: ['-h', '--host'], advice: '--host=0.0.0.0', variable: 'FLASK_RUN_HOST' },
  hugo: { verb: 'server', options: ['--bind'], advice: '--bind=0.0.0.0' },
  jekyll: { verb: 'serve', options: ['-H', '--host'], advice: '--host=0.0.0.0' },
  mkdocs: { verb: 'serve', options: ['-a', '--dev-addr'], advice: '--dev-addr=0.0.0.0:8000' },
  ng: { verb: 'serve', options: ['--host'], advice: '--host=0.0.0.0' },
  uvicorn: { options: ['--host', '--fd', '--uds'], advice: '--host=0.0.0.0', variable: 'UVICORN_HOST' },
};

const loopback = /^(?:127(?:\.\d+){3}|localhost|\[?::1\]?)(?::\d+)?$/;
const listening = new Set([
  '--host',
  '--hostname',
  '--bind',
  '--listen',
  '--address',
  '--http-host',
  'runserver',
  '-S',
]);

export const exposedPortOnLoopback = dockerfileRule({
  id: 'exposed-port-on-loopback',
  summary: 'The program behind a port of EXPOSE does not listen on the loopback address alone.',
  why: "Each container has a loopback address of its own, which no published port leads to. 'Connection reset' is all that others get.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM python:3.13\nEXPOSE 8000\nCMD ["uvicorn", "app:app", "--host", «"127.0.0.1"»]\n',
      good: 'FROM python:3.13\nEXPOSE 8000\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n',
    },
    {
      bad: 'FROM python:3.13\nEXPOSE 5000\nCMD [«"flask"», "run"]\n',
      good: 'FROM python:3.13\nENV FLASK_RUN_HOST=0.0.0.0\nEXPOSE 5000\nCMD ["flask", "run"]\n',
    },
  ],
  check({ model }, report) {
    const { finalStage } = model;
    if (finalStage?.effective('EXPOSE') === undefined) return;
    const words = startWords(finalStage);
    const told = addresses(words);
    const [first] = told;
    if (first !== undefined) {
      if (told.some(({ address }) => !loopback.test(address))) return;
      report({
        at: first.word.span,
        message: "Nobody outside the container can connect to what listens here. Listen on '0.0.0.0'.",
      });
      return;
    }
    const server = untold(words, model);
    if (server === undefined) return;
    report({
      at: server.word.span,
      message: `${quote(server.word.text)} listens on '127.0.0.1' unless it is told otherwise, so nobody outside the container can connect. Add '${server.advice}'.`,
    });
  },
});

/** What options say of where to listen. Before a `--` stand the options of another program, which starts the server. */
function addresses(all: readonly StartWord[]): { word: StartWord; address: string }[] {
  const words = all.slice(all.findLastIndex(({ text }) => text === '--') + 1);
  return words.flatMap((word, index) => {
    const equals = word.text.startsWith('--') ? word.text.indexOf('=') : -1;
    const option = equals === -1 ? words[index - 1]?.text : word.text.slice(0, equals);
    const address = word.text.slice(equals + 1);
    return option !== undefined && listening.has(option) && !/^(?:-|\d+$)/.test(address) ? [{ word, address }] : [];
  });
}

/** The server that is started without a word on where to listen. */
function untold(words: readonly StartWord[], model: Dockerfile): { word: StartWord; advice: string } | undefined {
  for (const [index, word] of words.entries()) {
    const name = word.text.slice(word.text.lastIndexOf('/') + 1);
    const server = Object.hasOwn(servers, name) ? servers[name] : undefined;
    if (server === undefined) {
      if (name !== 'manage.py' || words[index + 1]?.text !== 'runserver') continue;
      // Without an address, or with a port alone.
      const rest = words.slice(index + 2).filter(({ text }) => !text.startsWith('-'));
      if (rest.every(({ text }) => /^\d+$/.test(text))) return { word, advice: '0.0.0.0:8000' };
      continue;
    }
    const { verb, options, advice, variable } = server;
    const rest = words.slice(index + 1).map(({ text }) => text);
    if (verb !== undefined && !rest.includes(verb)) continue;
    const isTold = rest.some((text) => options.some((option) => text === option || text.startsWith(`${option}=`)));
    if (!isTold && !(variable !== undefined && isSet(variable, model))) return { word, advice };
  }
  return undefined;
}

function isSet(name: string, { finalStage, variables }: Dockerfile): boolean {
  return variables.lookup(name, finalStage, Number.POSITIVE_INFINITY)?.kind === 'env';
}
