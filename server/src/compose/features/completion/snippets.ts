import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Proposal } from './items.ts';

interface Snippet extends Proposal {
  /** Path of the mapping or list it belongs in. */
  readonly pattern: string;
}

const kind = CompletionItemKind.Snippet;

/** Whole entries of mappings. */
export const keySnippets: readonly Snippet[] = [
  {
    pattern: 'services',
    label: 'service from an image',
    kind,
    text: 'service:',
    snippet: '${1:web}:\n  image: ${2:nginx}:${3:1.27}\n  ports:\n    - "${4:8080}:${5:80}"$0',
    detail: 'image and port',
    rank: 1,
  },
  {
    pattern: 'services',
    label: 'service from a Dockerfile',
    kind,
    text: 'service:',
    snippet: '${1:web}:\n  build: ${2:.}\n  ports:\n    - "${3:8080}:${4:80}"$0',
    detail: 'build and port',
    rank: 1,
  },
  {
    pattern: 'services.*',
    label: 'healthcheck with all options',
    kind,
    text: 'healthcheck:',
    snippet:
      'healthcheck:\n  test: ["CMD", "${1:curl}", "${2:-f}", "${3:http://localhost}"]\n  interval: ${4:30s}\n  timeout: ${5:5s}\n  retries: ${6:3}\n  start_period: ${7:10s}',
    rank: 6,
  },
  {
    pattern: 'services.*',
    label: 'build with context and Dockerfile',
    kind,
    text: 'build:',
    snippet: 'build:\n  context: ${1:.}\n  dockerfile: ${2:Dockerfile}$0',
    rank: 6,
  },
  {
    pattern: 'services.*',
    label: 'deploy with resource limits',
    kind,
    text: 'deploy:',
    snippet: 'deploy:\n  resources:\n    limits:\n      cpus: "${1:0.5}"\n      memory: ${2:512M}',
    rank: 6,
  },
];

/** Items of lists. */
export const itemSnippets: readonly Snippet[] = [
  {
    pattern: 'services.*.ports',
    label: 'host:container',
    kind,
    text: '"8080:80"',
    snippet: '"${1:8080}:${2:80}"',
    detail: 'port of the host and of the container',
    rank: 1,
  },
  {
    pattern: 'services.*.ports',
    label: 'address:host:container',
    kind,
    text: '"127.0.0.1:8080:80"',
    snippet: '"${1:127.0.0.1}:${2:8080}:${3:80}"',
    detail: 'bound to one address of the host',
    rank: 2,
  },
  {
    pattern: 'services.*.ports',
    label: 'host:container/protocol',
    kind,
    text: '"8080:80/udp"',
    snippet: '"${1:8080}:${2:80}/${3|tcp,udp,sctp|}"',
    rank: 3,
  },
  {
    pattern: 'services.*.ports',
    label: 'container',
    kind,
    text: '"80"',
    snippet: '"${1:80}"',
    detail: 'on a free port of the host',
    rank: 4,
  },
  {
    pattern: 'services.*.ports',
    label: 'long form',
    kind,
    text: 'target: 80',
    snippet: 'target: ${1:80}\n  published: "${2:8080}"\n  protocol: ${3|tcp,udp,sctp|}',
    rank: 5,
  },
  {
    pattern: 'services.*.volumes',
    label: 'path:target',
    kind,
    text: './:/app',
    snippet: './${1:src}:${2:/app}',
    detail: 'bind mount of a folder beside the file',
    rank: 1,
  },
  {
    pattern: 'services.*.volumes',
    label: 'path:target:ro',
    kind,
    text: './:/app:ro',
    snippet: './${1:src}:${2:/app}:ro',
    detail: 'read-only bind mount',
    rank: 2,
  },
  {
    pattern: 'services.*.volumes',
    label: 'long form',
    kind,
    text: 'type: bind',
    snippet: 'type: ${1|bind,volume,tmpfs,image|}\n  source: ${2:./src}\n  target: ${3:/app}',
    rank: 8,
  },
  {
    pattern: 'services.*.environment',
    label: 'NAME=value',
    kind,
    text: 'NAME=value',
    snippet: '${1:NAME}=${2:value}',
    rank: 1,
  },
  {
    pattern: 'services.*.develop.watch',
    label: 'sync',
    kind,
    text: 'action: sync',
    snippet: 'action: sync\n  path: ${1:./src}\n  target: ${2:/app/src}',
    rank: 1,
  },
  {
    pattern: 'services.*.develop.watch',
    label: 'rebuild',
    kind,
    text: 'action: rebuild',
    snippet: 'action: rebuild\n  path: ${1:package.json}',
    rank: 2,
  },
];
