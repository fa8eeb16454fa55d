/** The only place that opens sockets to an engine: an endpoint becomes a dockerode client. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type Dockerode from 'dockerode';
import type { Endpoint, Transport } from './endpoint.ts';
import { sshAgent } from './ssh.ts';
import { chunks } from './streams.ts';

/** A client for the endpoint. Connects with the first request, not here; loads dockerode when it is first needed. */
export async function openTransport(endpoint: Endpoint): Promise<Dockerode> {
  const { default: Docker } = await import('dockerode');
  const docker = withoutDockerHost(() => new Docker(clientOptions(endpoint.transport)));
  settleBrokenAnswers(docker);
  return docker;
}

// Connections are not kept: one that the engine closed meanwhile would fail the next request, and a local one is cheap.
function clientOptions(transport: Transport): Dockerode.DockerOptions & { agent?: HttpAgent } {
  switch (transport.kind) {
    case 'socket':
      return { socketPath: transport.path, agent: new HttpAgent() };
    case 'ssh':
      return { host: 'docker.invalid', port: 80, protocol: 'http', agent: sshAgent(transport) };
    case 'tcp': {
      const { host, port, tls } = transport;
      if (!tls) return { host, port, protocol: 'http', agent: new HttpAgent() };
      const { ca, certificate, key, verify } = tls;
      const files = { ...(ca && { ca }), ...(certificate && { cert: certificate }), ...(key && { key }) };
      return { host, port, protocol: 'https', agent: new HttpsAgent({ ...files, rejectUnauthorized: verify }) };
    }
  }
}

/** dockerode mixes the environment's address into the options it is given, and throws when that one is broken. */
function withoutDockerHost<T>(make: () => T): T {
  const saved = process.env.DOCKER_HOST;
  delete process.env.DOCKER_HOST;
  try {
    return make();
  } finally {
    if (saved !== undefined) process.env.DOCKER_HOST = saved;
  }
}

/** Milliseconds that an engine gets to answer a question. What changes something may take its time. */
const answerTime = 30_000;

interface DialOptions {
  readonly method: string;
  readonly isStream?: boolean;
  readonly hijack?: boolean;
  readonly abortSignal?: AbortSignal;
}

type DialCallback = (error: unknown, answer?: unknown) => void;

interface Modem {
  dial(options: DialOptions, callback: DialCallback): void;
}

/**
 * docker-modem never settles a request whose answer breaks off in the middle, as when the engine dies. So every answer
 * is taken as a stream and collected here.
 */
function settleBrokenAnswers(docker: Dockerode): void {
  const modem = docker.modem as Modem;
  const dial = modem.dial.bind(modem);
  modem.dial = (options, callback) => {
    if (options.isStream || options.hijack) {
      dial(options, callback);
      return;
    }
    const signals = options.abortSignal ? [options.abortSignal] : [];
    if (options.method === 'GET') signals.push(AbortSignal.timeout(answerTime));
    const abortSignal = AbortSignal.any(signals);
    dial({ ...options, isStream: true, abortSignal }, (error, answer) => {
      if (error) callback(abortSignal.aborted ? abortSignal.reason : error, null);
      else collect(answer as AsyncIterable<unknown>, abortSignal).then((body) => callback(null, body), callback);
    });
  };
}

async function collect(answer: AsyncIterable<unknown>, signal: AbortSignal): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks(answer, signal)) parts.push(chunk);
  signal.throwIfAborted();
  const body = Buffer.concat(parts);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return body;
  }
}
