import type { Range } from 'vscode-languageserver-types';
import { emptyHost, type Host } from '../../host.ts';
import { defaultFeatureSettings, type FeatureContext } from '../../language.ts';
import { memoryHost } from '../../lint/testing.ts';
import { compose } from '../language.ts';
import type { ComposeFile } from '../model/file.ts';

/** Where the files of tests lie. */
export const testUri = 'file:///project/compose.yaml';

type Files = Readonly<Record<string, string>>;

/** A file with its surroundings, as the server would have it. */
export async function testFile(text: string, files: Files = {}, uri = testUri): Promise<ComposeFile> {
  const host = memoryHost({ [uri.slice(uri.lastIndexOf('/') + 1)]: text, ...files });
  const surroundings = await compose.surroundings?.(compose.parse(uri, text), host);
  return compose.parse(uri, text, surroundings);
}

/** A file with its cursor, which `‸` marks. */
export async function atCursor(marked: string, files: Files = {}): Promise<{ file: ComposeFile; offset: number }> {
  const offset = marked.indexOf('‸');
  if (offset === -1) throw new Error(`no cursor in ${JSON.stringify(marked)}`);
  return { file: await testFile(marked.slice(0, offset) + marked.slice(offset + 1), files), offset };
}

export function context(files: Files = {}, host: Partial<Host> = {}, snippets = true): FeatureContext {
  return {
    host: { ...emptyHost, ...(memoryHost(files) as Host), ...host },
    settings: defaultFeatureSettings,
    snippets,
  };
}

/** The text of a file with «» around ranges that do not overlap. */
export function withMarks({ text, lines }: ComposeFile, ranges: readonly Range[]): string {
  const marks = ranges.flatMap(({ start, end }) => [
    { at: lines.offset(start), mark: '«' },
    { at: lines.offset(end), mark: '»' },
  ]);
  marks.sort((a, b) => a.at - b.at || (a.mark === '»' ? -1 : 1));
  let result = '';
  let from = 0;
  for (const { at, mark } of marks) {
    result += text.slice(from, at) + mark;
    from = at;
  }
  return result + text.slice(from);
}

/** The text after edits of the protocol. */
export function edited(
  file: ComposeFile,
  edits: readonly { readonly range: Range; readonly newText: string }[],
): string {
  let { text } = file;
  const byPlace = [...edits].sort((a, b) => file.lines.offset(b.range.start) - file.lines.offset(a.range.start));
  for (const { range, newText } of byPlace) {
    text = text.slice(0, file.lines.offset(range.start)) + newText + text.slice(file.lines.offset(range.end));
  }
  return text;
}

/** Files that use much of the language, for tests that go over every offset or every prefix. */
export const samples: readonly string[] = [
  `# A shop
name: shop
x-logging: &logging
  driver: json-file
  options: { max-size: "10m", max-file: "3" }
x-env: &env
  TZ: \${TZ:-UTC}
include:
  - path: ./monitoring.yaml
services:
  web: # the front
    <<: *missing
    build:
      context: ./web
      target: runtime
      args:
        - NODE=\${NODE_VERSION:?set it}
      additional_contexts:
        base: service:api
    depends_on:
      api:
        condition: service_healthy
        required: false
    environment:
      <<: *env
      URL: "http://api:\${PORT-80}/\\t"
    ports:
      - "8080:80"
      - target: 443
        published: "8443-8445"
        protocol: tcp
    networks:
      front: { aliases: [shop, 'site'] }
    volumes: [ "data:/data:ro", ./src:/app ]
    command: ["sh", "-c", "echo $$HOME \${X"]
    healthcheck:
      test: |
        curl -f http://localhost ||
          exit 1
      interval: 10s
    logging: *logging
  api:
    extends:
      service: web
    image: registry.example.com:5000/shop/api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    network_mode: service:web
    secrets:
      - token
      - source: cert
        mode: 0440
    develop:
      watch:
        - { action: sync, path: ., target: /app }
    deploy:
      replicas: 2
      resources:
        limits: { cpus: "0.5", memory: 50M }
volumes:
  data:
    external: { name: old }
networks:
  front:
    ipam:
      config:
        - subnet: 10.0.0.0/24
secrets:
  token:
    file: ./token.txt
  cert: { environment: CERT }
`,
  'services:\r\n    db:\r\n        image: "postgres:16\r\n        ports: [5432:5432\r\n  \tbad: x\r\n    - oops\r\n',
  '---\nservices:\n  a: !reset null\n  b: !override { image: x }\n---\nservices:\n  b:\n    ports: !override\n      - 80\n...\n',
  '\uFEFF{"services": {"a": {"image": "x", "depends_on": ["b"]}, "b": {"build": "."}}}\n',
  'web:\n  image: x\n80: y\n? [a, b]\n: c\n<<: [1, *x]\nservices: *self\n',
];
