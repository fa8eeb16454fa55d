import type { MountType } from '../../model/mountKeys.ts';

/** What a type of mount does. */
export const mountTypeDocumentation: Readonly<Record<MountType, string>> = {
  bind: 'Files of the build context, a stage or an image. Writes are thrown away, and only allowed with `rw`.',
  cache:
    'A directory that keeps its contents for later builds, for compilers and package managers. It is not part of the image.',
  tmpfs: 'An empty directory in memory.',
  secret:
    'A secret of the build (`docker build --secret`), as a file or, with `env`, as a variable. No layer keeps it.',
  ssh: 'The SSH agent of whoever builds (`docker build --ssh`), for private repositories.',
};

/** What an option means, by canonical name. */
export const mountKeyDocumentation: Readonly<Record<string, string>> = {
  type: 'Kind of mount: `bind` (default), `cache`, `tmpfs`, `secret` or `ssh`. It must stand before `size` and `required`.',
  target: 'Path in the container; relative ones start at `WORKDIR`. Secrets default to `/run/secrets/<id>`.',
  source: 'Path within `from`, its root by default. Of a secret: another word for `id`.',
  from: 'Stage, image or named context that the files come from. A bind mount takes the build context by default, a cache starts empty. No variables, and no stage numbers.',
  id: 'Names the cache (default: its target), the secret, or the SSH agent (default: `default`).',
  sharing:
    'What builds do that need the cache at the same time: `shared` (default) use it together, `private` get another one, `locked` wait.',
  readonly: 'Forbids writing. Default for bind, secret and ssh.',
  readwrite: 'Allows writing. Default for cache and tmpfs.',
  required: 'Fails the command when the secret or the agent is not given to the build.',
  env: 'Gives the secret as an environment variable of that name. Since 1.10.',
  size: 'Upper limit, such as `64m`. Since 1.4.',
  mode: 'Permissions, octal. Default `0755` for caches, `0400` for secrets, `0600` for ssh.',
  uid: 'Number of the owner. Default 0.',
  gid: 'Number of the group. Default 0.',
};

/** What a value of `sharing` means. */
export const sharingDocumentation: Readonly<Record<string, string>> = {
  shared: 'Several builds write to it at the same time.',
  private: 'A build gets a cache of its own while another one uses it.',
  locked: 'A build waits until no other one uses it, as apt needs it.',
};

/** Directories that tools keep their caches in, as targets of cache mounts. */
export const cacheTargets: readonly { readonly path: string; readonly of: string }[] = [
  { path: '/root/.npm', of: 'npm' },
  { path: '/root/.cache/pip', of: 'pip' },
  { path: '/root/.cache/uv', of: 'uv' },
  { path: '/var/cache/apt', of: 'apt; with sharing=locked' },
  { path: '/var/lib/apt', of: 'apt; with sharing=locked' },
  { path: '/var/cache/apk', of: 'apk' },
  { path: '/var/cache/dnf', of: 'dnf' },
  { path: '/go/pkg/mod', of: 'Go modules' },
  { path: '/root/.cache/go-build', of: 'Go compiler' },
  { path: '/usr/local/cargo/registry', of: 'Cargo' },
  { path: '/usr/local/cargo/git/db', of: 'Cargo' },
  { path: '/root/.m2', of: 'Maven' },
  { path: '/root/.gradle', of: 'Gradle' },
  { path: '/root/.nuget/packages', of: 'NuGet' },
  { path: '/usr/local/share/.cache/yarn', of: 'Yarn 1' },
  { path: '/root/.local/share/pnpm/store', of: 'pnpm' },
  { path: '/root/.bundle/cache', of: 'Bundler' },
  { path: '/tmp/cache', of: 'Composer' },
  { path: '/root/.cache', of: 'many tools' },
];

/** Where secrets are commonly wanted. */
export const secretTargets: readonly string[] = [
  '/root/.npmrc',
  '/root/.netrc',
  '/root/.aws/credentials',
  '/root/.config/pip/pip.conf',
  '/root/.docker/config.json',
  '/root/.m2/settings.xml',
];
