/** A clean way of doing something in RUN. LSP snippet syntax, `⏎` for a continued line. */
export interface Idiom {
  /** What the user types. */
  readonly label: string;
  readonly detail: string;
  readonly body: string;
  /** Begins with flags, so that it can only stand directly behind RUN. */
  readonly hasMount: boolean;
}

/** Package managers and users, as images stay small and builds repeatable. */
export const idioms: readonly Idiom[] = [
  {
    label: 'apt-get install',
    detail: 'Debian, Ubuntu: without recommended packages, lists removed',
    body: 'apt-get update ⏎\n    && apt-get install -y --no-install-recommends ⏎\n        ${1:curl} ⏎\n    && rm -rf /var/lib/apt/lists/*',
    hasMount: false,
  },
  {
    label: 'apt-get install (cache mounts)',
    detail: 'Debian, Ubuntu: packages stay cached between builds',
    body: '--mount=type=cache,target=/var/cache/apt,sharing=locked ⏎\n    --mount=type=cache,target=/var/lib/apt,sharing=locked ⏎\n    rm -f /etc/apt/apt.conf.d/docker-clean ⏎\n    && apt-get update ⏎\n    && apt-get install -y --no-install-recommends ⏎\n        ${1:curl}',
    hasMount: true,
  },
  {
    label: 'apk add',
    detail: 'Alpine: without index cache',
    body: 'apk add --no-cache ${1:curl}',
    hasMount: false,
  },
  {
    label: 'apk add (virtual)',
    detail: 'Alpine: build dependencies that are removed again',
    body: 'apk add --no-cache --virtual .build-deps ${1:gcc musl-dev} ⏎\n    && ${2:make} ⏎\n    && apk del .build-deps',
    hasMount: false,
  },
  {
    label: 'dnf install',
    detail: 'Fedora, RHEL: without weak dependencies, cache cleaned',
    body: 'dnf install -y --setopt=install_weak_deps=False ${1:curl} ⏎\n    && dnf clean all',
    hasMount: false,
  },
  {
    label: 'microdnf install',
    detail: 'UBI minimal: cache cleaned',
    body: 'microdnf install -y --nodocs --setopt=install_weak_deps=0 ${1:shadow-utils} ⏎\n    && microdnf clean all',
    hasMount: false,
  },
  {
    label: 'yum install',
    detail: 'CentOS, older RHEL: cache cleaned',
    body: 'yum install -y ${1:curl} ⏎\n    && yum clean all ⏎\n    && rm -rf /var/cache/yum',
    hasMount: false,
  },
  {
    label: 'zypper install',
    detail: 'openSUSE, SLES: cache cleaned',
    body: 'zypper --non-interactive install --no-recommends ${1:curl} ⏎\n    && zypper clean --all',
    hasMount: false,
  },
  {
    label: 'pip install',
    detail: 'Python: without cache',
    body: 'pip install --no-cache-dir -r ${1:requirements.txt}',
    hasMount: false,
  },
  {
    label: 'pip install (cache mount)',
    detail: 'Python: packages stay cached between builds',
    body: '--mount=type=cache,target=/root/.cache/pip ⏎\n    --mount=type=bind,source=${1:requirements.txt},target=${1:requirements.txt} ⏎\n    pip install -r ${1:requirements.txt}',
    hasMount: true,
  },
  {
    label: 'uv sync (cache mount)',
    detail: 'Python with uv: packages stay cached between builds',
    body: '--mount=type=cache,target=/root/.cache/uv ⏎\n    --mount=type=bind,source=uv.lock,target=uv.lock ⏎\n    --mount=type=bind,source=pyproject.toml,target=pyproject.toml ⏎\n    uv sync --locked --no-dev',
    hasMount: true,
  },
  {
    label: 'npm ci',
    detail: 'Node.js: exactly the lock file, without development dependencies',
    body: 'npm ci --omit=dev && npm cache clean --force',
    hasMount: false,
  },
  {
    label: 'npm ci (cache mount)',
    detail: 'Node.js: packages stay cached between builds',
    body: '--mount=type=cache,target=/root/.npm ⏎\n    npm ci${1: --omit=dev}',
    hasMount: true,
  },
  {
    label: 'yarn install',
    detail: 'Node.js with Yarn: exactly the lock file',
    body: 'yarn install --${1|immutable,frozen-lockfile|}',
    hasMount: false,
  },
  {
    label: 'pnpm install (cache mount)',
    detail: 'Node.js with pnpm: packages stay cached between builds',
    body: '--mount=type=cache,target=/root/.local/share/pnpm/store ⏎\n    pnpm install --frozen-lockfile',
    hasMount: true,
  },
  {
    label: 'go mod download (cache mount)',
    detail: 'Go: modules stay cached between builds',
    body: '--mount=type=cache,target=/go/pkg/mod ⏎\n    --mount=type=bind,source=go.mod,target=go.mod ⏎\n    --mount=type=bind,source=go.sum,target=go.sum ⏎\n    go mod download',
    hasMount: true,
  },
  {
    label: 'go build (cache mounts)',
    detail: 'Go: a static program, with caches',
    body: '--mount=type=cache,target=/go/pkg/mod ⏎\n    --mount=type=cache,target=/root/.cache/go-build ⏎\n    CGO_ENABLED=0 go build -trimpath -o ${1:/out/app} ${2:.}',
    hasMount: true,
  },
  {
    label: 'cargo build (cache mounts)',
    detail: 'Rust: dependencies stay cached between builds',
    body: '--mount=type=cache,target=/usr/local/cargo/registry ⏎\n    --mount=type=cache,target=${1:/src}/target ⏎\n    cargo build --release --locked ⏎\n    && cp ${1:/src}/target/release/${2:app} /usr/local/bin/app',
    hasMount: true,
  },
  {
    label: 'mvn package (cache mount)',
    detail: 'Java with Maven: dependencies stay cached between builds',
    body: '--mount=type=cache,target=/root/.m2 ⏎\n    mvn --batch-mode package',
    hasMount: true,
  },
  {
    label: 'gradle build (cache mount)',
    detail: 'Java with Gradle: dependencies stay cached between builds',
    body: '--mount=type=cache,target=/root/.gradle ⏎\n    ./gradlew --no-daemon ${1:build}',
    hasMount: true,
  },
  {
    label: 'dotnet restore (cache mount)',
    detail: '.NET: packages stay cached between builds',
    body: '--mount=type=cache,target=/root/.nuget/packages ⏎\n    dotnet restore ${1:App.csproj}',
    hasMount: true,
  },
  {
    label: 'bundle install',
    detail: 'Ruby: exactly the lock file, without development gems',
    body: 'bundle config set --local deployment true ⏎\n    && bundle config set --local without development test ⏎\n    && bundle install',
    hasMount: false,
  },
  {
    label: 'composer install',
    detail: 'PHP: exactly the lock file, without development packages',
    body: 'composer install --no-dev --no-interaction --prefer-dist --optimize-autoloader',
    hasMount: false,
  },
  {
    label: 'curl download',
    detail: 'A download that is verified',
    body: 'curl --fail --silent --show-error --location --output ${1:/tmp/file} ${2:https://example.com/file} ⏎\n    && echo "${3:sha256}  ${1:/tmp/file}" | sha256sum --check --strict',
    hasMount: false,
  },
  {
    label: 'useradd',
    detail: 'Debian, RHEL: a user without rights',
    body: 'groupadd --system --gid ${1:10001} ${2:app} ⏎\n    && useradd --system --no-log-init --uid ${1:10001} --gid ${2:app} --no-create-home ${2:app}',
    hasMount: false,
  },
  {
    label: 'adduser',
    detail: 'Alpine: a user without rights',
    body: 'addgroup -S -g ${1:10001} ${2:app} ⏎\n    && adduser -S -D -H -u ${1:10001} -G ${2:app} ${2:app}',
    hasMount: false,
  },
];

/** Commands that tell whether a service works; `PORT` stands for what the image exposes. */
export const healthCommands: readonly Omit<Idiom, 'hasMount'>[] = [
  {
    label: 'curl',
    detail: 'HTTP, where curl is installed',
    body: '["curl", "--fail", "--silent", "http://127.0.0.1:${1:PORT}/${2:health}"]',
  },
  {
    label: 'wget',
    detail: 'HTTP, where wget is installed, as in Alpine',
    body: '["wget", "-q", "--spider", "http://127.0.0.1:${1:PORT}/${2:health}"]',
  },
  { label: 'pg_isready', detail: 'PostgreSQL', body: '["pg_isready", "-U", "${1:postgres}"]' },
  { label: 'redis-cli', detail: 'Redis', body: '["redis-cli", "ping"]' },
  { label: 'mysqladmin', detail: 'MySQL', body: '["mysqladmin", "ping", "-h", "127.0.0.1"]' },
];
