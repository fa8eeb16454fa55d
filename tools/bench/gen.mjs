#!/usr/bin/env node
// Deterministic, realistic benchmark inputs.
//
//   node gen.mjs dockerfile LINES [--seed N]
//   node gen.mjs compose LINES [--seed N]
//   node gen.mjs compose LINES --count N --out FOLDER    # N files, seeds 1..N
//
// The output has exactly LINES lines and is valid to BuildKit or the Compose
// specification. Dockerfiles carry a few common lint findings, as real ones do.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRandom } from './util.mjs';

const PACKAGES =
  'ca-certificates curl git gnupg make openssl unzip xz-utils build-essential libpq-dev libssl-dev zlib1g-dev pkg-config jq netbase procps tzdata libffi-dev'.split(
    ' ',
  );
const NAMES =
  'api web worker scheduler gateway auth billing search mailer reports events ingest media notify orders users cart catalog audit metrics'.split(
    ' ',
  );
const hex = (random, length) => Array.from({ length }, () => '0123456789abcdef'[random.int(16)]).join('');

// ---- Dockerfile ---------------------------------------------------------------

const BASES = [
  { image: '${REGISTRY}/library/node:${NODE_VERSION}-bookworm-slim', kind: 'node' },
  { image: '${REGISTRY}/library/python:3.12-slim-bookworm', kind: 'python' },
  { image: '--platform=$BUILDPLATFORM golang:1.22-alpine3.19', kind: 'go' },
  { image: 'debian:${DEBIAN_RELEASE}', kind: 'debian' },
  { image: 'eclipse-temurin:21-jre', kind: 'java' },
];

const DOCKERFILE_PARTS = [
  function aptInstall(random, { name }) {
    const packages = random
      .shuffle(PACKAGES)
      .slice(0, 3 + random.int(6))
      .sort();
    return [
      `# System packages needed by ${name}`,
      'RUN apt-get update \\',
      random.chance(0.8) ? ' && apt-get install -y --no-install-recommends \\' : ' && apt-get install -y \\',
      ...packages.map((p) => `        ${p}${random.chance(0.2) ? `=${random.int(9)}.${random.int(20)}-1` : ''} \\`),
      ...(random.chance(0.3) ? ['    # keep the image small'] : []),
      random.chance(0.9) ? ' && rm -rf /var/lib/apt/lists/*' : ' && apt-get clean',
    ];
  },
  function dependencyInstall(_random, { kind }) {
    const [files, mount, command] = {
      node: ['package.json package-lock.json', '/root/.npm', 'npm ci --omit=dev --no-audit --no-fund'],
      python: ['requirements.txt', '/root/.cache/pip', 'pip install --no-compile -r requirements.txt'],
      go: ['go.mod go.sum', '/go/pkg/mod', 'go mod download -x'],
      debian: ['vendor.lock', '/var/cache/vendor', './scripts/vendor.sh --locked'],
      java: ['pom.xml mvnw', '/root/.m2', './mvnw -B -q dependency:go-offline'],
    }[kind];
    return [`COPY ${files} ./`, `RUN --mount=type=cache,target=${mount},sharing=locked \\`, `    ${command}`];
  },
  function shellHeredoc(random) {
    const uid = 1000 + random.int(9000);
    return [
      'RUN <<EOF',
      'set -eux',
      `groupadd --system --gid ${uid} app`,
      `useradd --system --uid ${uid} --gid app --home-dir /srv/app --shell /usr/sbin/nologin app`,
      'for dir in cache logs run; do',
      '  install -d -o app -g app -m 0750 "/srv/app/${dir}"',
      'done',
      'EOF',
    ];
  },
  function copyHeredoc(random, { name }) {
    return [
      `COPY --chmod=0644 <<"CONF" /etc/${name}/app.conf`,
      `listen = 0.0.0.0:${8000 + random.int(1000)}`,
      `log_level = ${random.pick(['debug', 'info', 'warn'])}`,
      '# tuned by hand',
      `workers = ${1 + random.int(16)}`,
      'CONF',
    ];
  },
  function downloadTool(random) {
    const tool = random.pick(['tini', 'gosu', 'dumb-init', 'su-exec', 'envsubst']);
    const version = `${1 + random.int(3)}.${random.int(20)}.${random.int(10)}`;
    return [
      `ENV ${tool.replaceAll('-', '_').toUpperCase()}_VERSION=${version}`,
      'RUN set -eux; \\',
      '    arch="$(dpkg --print-architecture)"; \\',
      '    case "${arch##*-}" in \\',
      `        amd64) sha256='${hex(random, 64)}' ;; \\`,
      `        arm64) sha256='${hex(random, 64)}' ;; \\`,
      '        *) echo >&2 "error: unsupported architecture: ${arch}"; exit 1 ;; \\',
      '    esac; \\',
      `    curl -fsSL -o /tmp/${tool}.tgz "https://example.com/${tool}/v${version}/${tool}-\${arch}.tar.gz"; \\`,
      `    echo "$sha256 */tmp/${tool}.tgz" | sha256sum -c -; \\`,
      `    tar -xzf /tmp/${tool}.tgz -C /usr/local/bin --no-same-owner; \\`,
      `    rm -f /tmp/${tool}.tgz; \\`,
      `    ${tool} --version`,
    ];
  },
  function environment(random, { name }) {
    return [
      `ENV APP_NAME=${name} \\`,
      '    PATH=/srv/app/bin:$PATH \\',
      `    APP_PORT=${3000 + random.int(6000)} \\`,
      '    LANG=C.UTF-8',
    ];
  },
  function buildArguments(random) {
    return [
      `ARG BUILD_REF=${hex(random, 8)}`,
      'ARG BUILD_DATE',
      'ENV BUILD_REF=${BUILD_REF:-unknown} BUILD_DATE=$BUILD_DATE',
    ];
  },
  function labels(random, { name }) {
    return [
      `LABEL org.opencontainers.image.title="${name}" \\`,
      `      org.opencontainers.image.revision="${hex(random, 12)}" \\`,
      '      org.opencontainers.image.licenses="MIT"',
    ];
  },
  function copyFromStage(random, { earlier }) {
    if (earlier.length === 0) return ['COPY --link scripts/ /usr/local/bin/'];
    return [
      `COPY --from=${random.pick(earlier)} --chown=1001:1001 /srv/app/dist /srv/app/dist`,
      ...(random.chance(0.4) ? [`COPY --from=${random.pick(earlier)} /usr/local/bin/ /usr/local/bin/`] : []),
    ];
  },
  function buildStep(random, { kind }) {
    const command = {
      node: 'npm run build',
      python: 'python -m compileall -q src',
      go: 'CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags="-s -w" -o /out/app ./cmd/app',
      debian: 'make -j"$(nproc)" all',
      java: './mvnw -B -q package -DskipTests',
    }[kind];
    return ['COPY --link . .', `RUN ${command}${random.chance(0.5) ? ' 2>&1 | tee /tmp/build.log' : ''}`];
  },
  function healthcheck(random) {
    return [
      `HEALTHCHECK --interval=${10 + random.int(50)}s --timeout=3s --start-period=10s --retries=3 \\`,
      '    CMD curl -fsS "http://127.0.0.1:${APP_PORT:-8080}/healthz" || exit 1',
    ];
  },
  function exposeAndVolume(random) {
    return [`EXPOSE ${8000 + random.int(1000)}/tcp 9090`, 'VOLUME ["/srv/app/data", "/srv/app/logs"]'];
  },
  function cleanup() {
    return [
      '# Drop caches before the layer is committed',
      'RUN find / -xdev -name "*.pyc" -delete && rm -rf /tmp/* /root/.cache',
    ];
  },
];

const DOCKERFILE_FINDINGS = [
  'MAINTAINER The team <team@example.com>',
  'WORKDIR build/output',
  'add config.tar.gz /etc/app/',
  'RUN cd /srv/app && sudo make install',
  "CMD ['node', 'server.js']",
];

function dockerfile(lines, random) {
  const out = [
    '# syntax=docker/dockerfile:1',
    '# Synthetic benchmark input',
    'ARG REGISTRY=docker.io',
    'ARG NODE_VERSION=20.11.1',
    'ARG DEBIAN_RELEASE=bookworm-slim',
  ];
  const ending = ['USER app', 'ENTRYPOINT ["/usr/local/bin/docker-entrypoint.sh"]', 'CMD ["serve", "--port", "8080"]'];
  const limit = lines - ending.length;
  const fits = (block) => out.length + block.length <= limit;
  const earlier = [];

  for (let stage = 0; ; stage++) {
    const base = random.pick(BASES);
    const name = `${random.pick(NAMES)}-${stage}`;
    const opening = ['', `# ---- ${name} ----`, `FROM ${base.image} AS ${name}`, 'WORKDIR /srv/app'];
    if (!fits(opening)) break;
    out.push(...opening);
    for (const part of random.shuffle(DOCKERFILE_PARTS).slice(0, 5 + random.int(6))) {
      const block = part(random, { name, kind: base.kind, earlier: earlier.slice(-8) });
      if (random.chance(0.3)) block.push('');
      if (!fits(block)) break;
      out.push(...block);
    }
    if (random.chance(0.2) && fits([''])) out.push(random.pick(DOCKERFILE_FINDINGS));
    earlier.push(name);
  }
  for (let i = 0; out.length < limit; i++) out.push(`ENV EXTRA_${i}=${hex(random, 6)}`);
  return [...out, ...ending];
}

// ---- Compose --------------------------------------------------------------------

const IMAGES = [
  'nginx',
  'postgres',
  'redis',
  'rabbitmq',
  'minio/minio',
  'grafana/grafana',
  'ghcr.io/example/app',
  'traefik',
];

const SERVICE_PARTS = [
  (random) => [
    '    environment:',
    '      <<: *common-env',
    `      PORT: "${3000 + random.int(6000)}"`,
    '      DATABASE_URL: postgres://${DB_USER:-app}:${DB_PASSWORD:?required}@db:5432/${DB_NAME:-app}',
    `      FEATURE_FLAGS: ${hex(random, 6)},beta`,
  ],
  (random) => [
    '    ports:',
    `      - "${10000 + random.int(20000)}:${3000 + random.int(6000)}"`,
    ...(random.chance(0.5)
      ? [
          '      - target: 9090',
          `        published: "${31000 + random.int(20000)}"`,
          '        protocol: tcp',
          '        mode: host',
        ]
      : []),
  ],
  (random, { volumes }) => [
    '    volumes:',
    `      - ${random.pick(volumes)}:/var/lib/data`,
    '      - ./config/${APP_ENV:-dev}:/etc/app:ro',
    ...(random.chance(0.4)
      ? [
          '      - type: bind',
          '        source: ./logs',
          '        target: /var/log/app',
          '        bind:',
          '          create_host_path: true',
        ]
      : []),
  ],
  (random) => [
    '    healthcheck:',
    '      test: ["CMD-SHELL", "curl -fsS http://localhost:8080/healthz || exit 1"]',
    `      interval: ${5 + random.int(55)}s`,
    '      timeout: 5s',
    `      retries: ${1 + random.int(9)}`,
    '      start_period: 10s',
  ],
  (random, { earlier }) =>
    earlier.length === 0
      ? ['    init: true']
      : random.chance(0.5)
        ? [
            '    depends_on:',
            `      ${random.pick(earlier)}:`,
            `        condition: ${random.pick(['service_started', 'service_healthy'])}`,
          ]
        : ['    depends_on:', `      - ${random.pick(earlier)}`],
  () => ['    networks:', '      backend:', '        aliases:', '          - internal', '      frontend: {}'],
  (random) => [
    '    deploy:',
    `      replicas: ${1 + random.int(5)}`,
    '      resources:',
    '        limits:',
    `          cpus: "${random.int(4)}.5"`,
    `          memory: ${64 * (1 + random.int(16))}M`,
  ],
  (random, { name }) => [
    '    labels:',
    `      traefik.http.routers.${name}.rule: Host(\`${name}.example.com\`)`,
    `      traefik.enable: "${random.chance(0.5)}"`,
  ],
  () => ['    secrets:', '      - app_secret', '      - source: tls_cert', '        target: /run/tls.pem'],
  (random) => [`    command: ["serve", "--workers", "${1 + random.int(8)}", "--config=/etc/app/app.yml"]`],
];

function compose(lines, random) {
  const out = [
    '# Synthetic benchmark input',
    'name: bench',
    'x-logging: &default-logging',
    '  driver: json-file',
    '  options: { max-size: "10m", max-file: "3" }',
    'x-env: &common-env',
    '  TZ: ${TZ:-UTC}',
    '  LOG_LEVEL: ${LOG_LEVEL:-info}',
    'services:',
  ];
  const volumes = Array.from({ length: lines < 200 ? 2 : 8 }, (_, i) => `data-${i}`);
  const ending = [
    'networks:',
    '  frontend: {}',
    '  backend:',
    '    internal: true',
    'volumes:',
    ...volumes.map((name) => `  ${name}: {}`),
    'secrets:',
    '  app_secret:',
    '    environment: APP_SECRET',
    '  tls_cert:',
    '    file: ./tls.pem',
  ];
  const limit = lines - ending.length;
  const fits = (block) => out.length + block.length <= limit;
  const earlier = [];

  for (let i = 0; ; i++) {
    const name = `${random.pick(NAMES)}-${i}`;
    const tag = `\${TAG:-${1 + random.int(20)}.${random.int(10)}}`;
    const opening = random.chance(0.3)
      ? [
          `  ${name}:`,
          '    build:',
          `      context: ./${name}`,
          `      target: ${random.pick(['dev', 'runtime'])}`,
          '      args:',
          `        REF: ${hex(random, 8)}`,
        ]
      : [`  ${name}:`, `    image: ${random.pick(IMAGES)}:${tag}`];
    const service = [...opening, '    restart: unless-stopped', '    logging: *default-logging'];
    if (!fits(service)) break;
    out.push(...service);
    for (const part of random.shuffle(SERVICE_PARTS).slice(0, 4 + random.int(4))) {
      const block = part(random, { name, volumes, earlier: earlier.slice(-10) });
      if (!fits(block)) break;
      out.push(...block);
    }
    earlier.push(name);
    const heading = ['', `  # ---- ${random.pick(NAMES)} ----`];
    if (random.chance(0.2) && fits(heading)) out.push(...heading);
  }
  for (let i = 0; out.length < limit; i++) out.push(`  # reserved port ${20000 + i}`);
  return [...out, ...ending];
}

// ---- Entry ------------------------------------------------------------------------

const KINDS = { dockerfile: { make: dockerfile, least: 25 }, compose: { make: compose, least: 40 } };

/** The text of a synthetic file of the given kind and exact number of lines. */
export function generate(kind, lines, seed = 1) {
  const { make, least } = KINDS[kind] ?? {};
  if (!make) throw new Error(`unknown kind: ${kind} (${Object.keys(KINDS).join(', ')})`);
  if (!(lines >= least)) throw new Error(`a ${kind} needs ${least} lines or more`);
  return `${make(lines, createRandom(seed * 7919)).join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, count: { type: 'string' }, out: { type: 'string' } },
  });
  const [kind, lines] = positionals;
  if (!kind || !lines || !values.count !== !values.out) {
    console.error('usage: gen.mjs dockerfile|compose LINES [--seed N] [--count N --out FOLDER]');
    process.exit(2);
  }
  if (values.out) {
    for (let seed = 1; seed <= Number(values.count); seed++) {
      const folder = join(values.out, String(seed).padStart(4, '0'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(
        join(folder, kind === 'compose' ? 'compose.yaml' : 'Dockerfile'),
        generate(kind, Number(lines), seed),
      );
    }
  } else {
    process.stdout.write(generate(kind, Number(lines), Number(values.seed)));
  }
}
