import assert from 'node:assert/strict';
import { defaultConfiguration } from '../lint/configuration.ts';
import { lint } from '../lint/run.ts';
import { memoryHost } from '../lint/testing.ts';
import { compose } from './language.ts';

type Files = Readonly<Record<string, string>>;

/** What is found in a file by default, as `rule: text`. */
async function found(text: string, name = 'compose.yaml', files: Files = {}): Promise<string[]> {
  const uri = `file:///project/${name}`;
  const known = await compose.surroundings?.(compose.parse(uri, text), memoryHost({ [name]: text, ...files }));
  const diagnostics = lint(compose, compose.parse(uri, text, known), defaultConfiguration, (id, error) => {
    throw new Error(id, { cause: error });
  });
  return diagnostics.map(({ ruleId, at }) => `${ruleId}: ${text.slice(at.start, at.end)}`);
}

/** Much of what Compose takes. */
const everything = `
name: \${PROJECT:-shop}
x-common: &common
  restart: unless-stopped
  logging: &logging
    driver: json-file
    options:
      max-size: 10m
      max-file: 3
    x-note: anything
x-hosts: &hosts
  - host.docker.internal=host-gateway
  - db.internal:10.0.0.7
services:
  web:
    <<: *common
    build:
      context: https://github.com/example/shop.git#main:web
      dockerfile: Dockerfile.prod
      target: runtime
      args: [NODE=22, CI]
      ssh: [default]
      cache_from: ["type=registry,ref=shop/web:cache"]
      additional_contexts:
        - base=docker-image://alpine:3.22
        - api=service:api
      secrets: [token, { source: cert, target: cert.pem }]
      tags: ["shop/web:\${TAG}", ghcr.io/shop/web:1]
      platforms: [linux/amd64, linux/arm64]
      network: host
      shm_size: 128mb
      ulimits: { nofile: 1024 }
      no_cache_filter: [build]
      provenance: mode=max
      sbom: true
      extra_hosts: *hosts
    platform: linux/amd64
    depends_on:
      api:
        condition: service_healthy
        restart: true
      migrate: { condition: service_completed_successfully, required: false }
    command: ["sh", "-c", "echo $$HOME && exec node server.js --port \${PORT:-80}"]
    environment:
      NODE_ENV: production
      EMPTY:
      COUNT: 3
      RATIO: 0.5
      DEBUG: false
      URL: "http://\${HOST:?set it}:\${PORT:-\${FALLBACK_PORT:-80}}/"
      <<: { EXTRA: "1" }
    env_file:
      - path: ./web.env
        required: false
      - path: ./raw.env
        required: false
        format: raw
    ports:
      - 3000
      - "8080-8090:80"
      - "127.0.0.1:\${ADMIN_PORT:-9000}:9000/tcp"
      - "[::1]:9001:9001"
      - name: metrics
        target: 9100
        published: "9100-9110"
        host_ip: 127.0.0.1
        protocol: tcp
        app_protocol: http
        mode: host
    expose: [80, "90/udp", "100-110"]
    networks:
      front:
        aliases: [shop]
        ipv4_address: 10.5.0.10
        priority: 10
        gw_priority: 1
        interface_name: eth1
        driver_opts: { com.example: 1 }
      back:
    volumes:
      - data:/data:rw,nocopy
      - ./src:/app:ro,z
      - /cache
      - \${HOME}/.aws:/root/.aws:ro
      - type: bind
        source: \${CONFIG_DIR:-./config}
        target: /etc/shop
        read_only: true
        bind: { propagation: rprivate, create_host_path: true, selinux: z }
      - type: tmpfs
        target: /tmp
        tmpfs: { size: 64m, mode: 0o1777 }
      - type: image
        source: shop/assets:1
        target: /assets
        image: { subpath: public }
    tmpfs: ["/run:size=16m"]
    configs:
      - site
      - source: motd
        target: /etc/motd
        mode: "0440"
    secrets: [token]
    healthcheck:
      test: ["CMD-SHELL", "curl -f http://localhost:\${PORT:-80} || exit 1"]
      interval: 1m30s
      timeout: 5s
      retries: 3
      start_period: 10s
      start_interval: 500ms
    labels:
      - traefik.enable=true
      - "traefik.http.routers.web.rule=Host(\`\${HOST}\`)"
    annotations: { com.example.a: b }
    sysctls: [net.core.somaxconn=1024]
    extra_hosts: *hosts
    dns: 1.1.1.1
    cap_add: [NET_ADMIN]
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
    ulimits:
      nproc: 65535
      nofile: { soft: 20000, hard: 40000 }
    user: "1000:1000"
    stop_grace_period: 1m
    init: true
    tty: "true"
    develop:
      watch:
        - { action: sync, path: ./src, target: /app, ignore: [node_modules/], initial_sync: true }
        - { action: rebuild, path: package.json }
        - action: sync+exec
          path: ./conf
          target: /etc/app
          exec: { command: reload }
    post_start:
      - command: ./warm.sh
        user: root
    pre_stop:
      - command: [./drain.sh]
    pre_start:
      - command: ./migrate.sh
        image: shop/tools:1
    deploy:
      mode: replicated
      replicas: 2
      update_config: { parallelism: 1, delay: 10s, order: start-first, failure_action: rollback, max_failure_ratio: 0.1 }
      restart_policy: { condition: on-failure, delay: 5s, max_attempts: 3, window: 120s }
      resources:
        limits: { cpus: "0.50", memory: 512M, pids: 100 }
        reservations:
          memory: 128M
          devices:
            - capabilities: [gpu]
              driver: nvidia
              count: all
      placement:
        constraints: [node.role==worker]
        preferences: [{ spread: node.labels.zone }]
  api:
    image: ghcr.io/shop/api:\${API_TAG:?}
    build: { context: ., dockerfile_inline: "FROM alpine:3.22" }
    pull_policy: build
    network_mode: "service:vpn"
    healthcheck:
      test: curl -f http://localhost
    blkio_config:
      weight: 300
      device_read_bps: [{ path: /dev/sda, rate: 12mb }]
    models: { llm: { endpoint_var: LLM_URL } }
    gpus: all
    mem_limit: 1g
    memswap_limit: -1
    oom_score_adj: -500
    shm_size: 64mb
    logging: *logging
  vpn:
    image: shop/vpn@sha256:${'0123456789abcdef'.repeat(4)}
    devices: ["/dev/net/tun:/dev/net/tun:rwm", vendor.com/class=name]
    ports: ["51820:51820/udp"]
    models: [llm]
  migrate:
    extends: { service: api }
    network_mode: !reset null
    restart: "no"
    profiles: [tools]
  debug:
    image: busybox:1.37
    profiles: [debug]
    pid: service:vpn
    volumes_from: ["web:ro", "container:other"]
    external_links: ["legacy:old"]
    depends_on: { migrate: { condition: service_started, required: false } }
  provider:
    provider:
      type: model
      options: { model: ai/smollm2 }
  empty-command:
    image: busybox:1.37
    command:
    entrypoint: []
networks:
  front:
    driver: bridge
    ipam:
      config:
        - subnet: 10.5.0.0/16
          gateway: 10.5.0.1
          ip_range: 10.5.1.0/24
          aux_addresses: { router: 10.5.0.2 }
  back: { internal: true }
  default:
    name: shop-net
    external: true
volumes:
  data:
    driver: local
    driver_opts: { type: nfs, o: "addr=10.0.0.1,rw", device: ":/exports" }
configs:
  site: { content: "listen \${PORT}" }
  motd: { environment: MOTD }
secrets:
  token: { environment: TOKEN }
  cert: { external: true, name: shop-cert }
models:
  llm: { model: ai/smollm2, context_size: 1024, runtime_flags: ["--no-prefill"] }
`;

describe('valid Compose files', () => {
  it('give rise to nothing, whatever they use', async () => {
    assert.deepEqual(await found(everything), []);
  });

  it('may have Windows line ends, a byte order mark, a document start, or be JSON', async () => {
    assert.deepEqual(await found(`\uFEFF${everything.trimStart().replaceAll('\n', '\r\n')}`), []);
    assert.deepEqual(await found(`---${everything}`), []);
    assert.deepEqual(await found('{"services": {"a": {"image": "x:1", "ports": ["80:80"]}}}\n'), []);
  });

  it('may be override files that leave things to their base', async () => {
    const over =
      'services:\n  web:\n    ports: !override ["81:80"]\n    depends_on: [db]\n    environment:\n    networks: [front]\n  extra:\n    image: x:1\n    volumes: ["data:/x"]\n';
    assert.deepEqual(await found(over, 'compose.override.yaml'), []);
    const base = 'services:\n  web:\n    image: x:1\n  db:\n    image: y:1\nnetworks:\n  front:\nvolumes:\n  data:\n';
    assert.deepEqual(await found(over, 'compose.override.yaml', { 'compose.yaml': base }), []);
    assert.deepEqual(await found(over, 'compose.prod.yaml', { 'compose.yaml': base }), []);
    assert.deepEqual(await found(base, 'compose.yaml', { 'compose.override.yaml': over }), []);
    const bare = 'services:\n  web:\n    image: x:1\n';
    assert.deepEqual(await found(over, 'compose.override.yaml', { 'compose.yaml': bare }), [
      'undefined-reference: db',
      'undefined-reference: front',
      'undefined-reference: data',
    ]);
  });

  it('may spread over included and extended files', async () => {
    const files = {
      'db/compose.yaml': 'services:\n  db:\n    image: y:1\n    networks: [shared]\n',
      'base.yaml': 'services:\n  base:\n    image: z:1\n',
    };
    const text =
      'include:\n  - db/compose.yaml\nservices:\n  web:\n    extends: { file: base.yaml, service: base }\n    depends_on: [db]\nnetworks:\n  shared:\n';
    assert.deepEqual(await found(text, 'compose.yaml', files), []);
    const missing = text.replace('service: base', 'service: bass').replace('[db]', '[dbs]');
    assert.deepEqual(await found(missing, 'compose.yaml', files), [
      'undefined-reference: bass',
      'undefined-reference: dbs',
    ]);
  });

  it('may reset and override what lower layers say', async () => {
    const text =
      'services:\n  a:\n    image: x:1\n    ports: ["80:80"]\n---\nservices:\n  a:\n    ports: !override ["81:80"]\n    command: !reset\n';
    assert.deepEqual(await found(text), []);
  });
});

describe('comments in Compose files', () => {
  it('silence rules for the entry below, the line, or the file', async () => {
    const service = (name: string, comment = '', tail = ''): string =>
      `${comment}  ${name}:\n    image: nginx${tail}\n`;
    const text = `services:\n${service('a', '  # dockwright ignore=service-image-tag\n')}${service('b', '', ' # dclint disable-line')}${service('c')}`;
    assert.deepEqual(await found(text), ['service-image-tag: nginx']);
    assert.deepEqual(await found(`# dclint disable service-image-require-explicit-tag\n${text}`), []);
    assert.deepEqual(await found(`# dockwright ignore-file=service-image-tag\n${text}`), []);
  });

  it('do not silence what Compose refuses', async () => {
    assert.deepEqual(await found('# dockwright ignore-file\nservices:\n  a:\n    imag: x\n    build: .\n'), [
      'unknown-key: imag',
    ]);
  });
});
