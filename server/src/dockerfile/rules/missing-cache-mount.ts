import { runsAsRoot } from '../../image/knownImages.ts';
import type { Command } from '../../shell/command.ts';
import { dependencyInstall } from '../../shell/dependencies.ts';
import { apk, aptGet, dnf, go, pipInstall, verbOf } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Run } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

/** Where a program keeps what it downloads when root runs it, and when it downloads. */
interface Cache {
  readonly targets: readonly string[];
  /** Builds that run at the same time must not use it together. */
  readonly isLocked?: true;
  /** What must be done besides, as the end of a sentence. */
  readonly also?: string;
  fills(command: Command): boolean;
}

const fromManifest = (command: Command) => dependencyInstall(command) !== undefined;
const pipCache: Cache = {
  targets: ['/root/.cache/pip'],
  fills: (command) => pipInstall(command, false)?.program === 'pip' && !command.hasFlag('no-cache-dir'),
};
const hasVerb =
  (...verbs: readonly string[]) =>
  (command: Command) => {
    const verb = command.subcommand()?.text;
    return verb !== undefined && verbs.includes(verb);
  };

/** From the manuals of the programs and the Dockerfiles of their official images. */
const caches: Readonly<Record<string, Cache>> = {
  apk: {
    targets: ['/etc/apk/cache'],
    isLocked: true,
    fills: (command) => verbOf(command, apk, ['add'], false) !== undefined && !command.hasFlag('no-cache'),
  },
  'apt-get': {
    targets: ['/var/cache/apt', '/var/lib/apt/lists'],
    isLocked: true,
    also: " and delete '/etc/apt/apt.conf.d/docker-clean', which empties it",
    fills: (command) => verbOf(command, aptGet, ['install'], false) !== undefined,
  },
  cargo: { targets: ['/usr/local/cargo/registry'], fills: hasVerb('build', 'install', 'fetch', 'test', 'check') },
  composer: { targets: ['/tmp/cache'], fills: fromManifest },
  dnf: {
    targets: ['/var/cache/libdnf5'],
    isLocked: true,
    fills: (command) => verbOf(command, dnf, ['install'], false) !== undefined,
  },
  dotnet: { targets: ['/root/.nuget/packages'], fills: hasVerb('restore', 'build', 'publish') },
  go: {
    targets: ['/go/pkg/mod', '/root/.cache/go-build'],
    fills: (command) => ['build', 'install', 'mod', 'test'].includes(command.subcommand(go)?.text ?? ''),
  },
  mvn: { targets: ['/root/.m2'], fills: () => true },
  npm: { targets: ['/root/.npm'], fills: fromManifest },
  pip: pipCache,
  pip3: pipCache,
  pnpm: { targets: ['/root/.local/share/pnpm/store'], fills: fromManifest },
  poetry: { targets: ['/root/.cache/pypoetry'], fills: fromManifest },
  python: pipCache,
  python3: pipCache,
  uv: { targets: ['/root/.cache/uv'], fills: hasVerb('sync', 'pip') },
  yarn: { targets: ['/usr/local/share/.cache/yarn'], fills: fromManifest },
};

export const missingCacheMount = dockerfileRule({
  id: 'missing-cache-mount',
  summary: 'Package managers keep their downloads in a cache mount.',
  why: 'A cache mount outlives the layer: when the layer must be built again only what is new is downloaded, and nothing of the cache ends up in the image.',
  category: 'cache',
  severity: 'info',
  recommended: false,
  fixable: true,
  // Either a mount keeps the downloads or nothing does.
  near: ['hadolint/DL3019', 'hadolint/DL3042'],
  examples: [
    {
      bad: 'FROM node:24\nCOPY package.json package-lock.json ./\nRUN «npm» ci\n',
      good: 'FROM node:24\nCOPY package.json package-lock.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
    },
    {
      bad: 'FROM golang:1.26\nRUN «go» build -o /app\n',
      good: 'FROM golang:1.26\nRUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build -o /app\n',
    },
  ],
  check({ model }, report) {
    const first = new Map<Run, { command: Command; cache: Cache }>();
    for (const [program, cache] of Object.entries(caches)) {
      for (const { run, command } of model.executions.of(program)) {
        if (run.volatileTargets.length > 0 || !cache.fills(command) || !isRunByRoot(run, model)) continue;
        const earlier = first.get(run)?.command;
        if (earlier === undefined || command.span.start < earlier.span.start) first.set(run, { command, cache });
      }
    }
    for (const [run, { command, cache }] of first) {
      const sharing = cache.isLocked === true ? ',sharing=locked' : '';
      const mounts = cache.targets.map((target) => `--mount=type=cache,target=${target}${sharing}`);
      const start = run.command.at(0);
      report({
        at: command.nameSpan,
        message: `What ${quote(command.name)} downloads is lost when this layer is built again. Add '${mounts.join(' ')}'${cache.also ?? ''}.`,
        fixes: () => [
          {
            title: mounts.length === 1 ? 'Add a cache mount' : 'Add cache mounts',
            safe: false,
            edits: [{ at: { start, end: start }, newText: `${mounts.join(' ')} ` }],
          },
        ],
      });
    }
  },
});

/** Others have their caches elsewhere, and cannot write to a mount that belongs to root. */
function isRunByRoot({ stage, span }: Run, { variables }: Dockerfile): boolean {
  const own = stage?.all('USER').findLast((user) => user.span.start < span.start);
  const user = own ?? stage?.parent?.effective('USER');
  if (user !== undefined) return /^(?:root|0)(?::|$)/.test(variables.valueOf(user.value) ?? '');
  const image = stage?.root.image;
  return image === undefined || runsAsRoot(image) !== false;
}
