/** Operating systems that a platform may name by itself (containerd platform specifier). */
export const knownOperatingSystems = [
  'aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos', 'ios', 'js', 'linux', 'nacl', 'netbsd',
  'openbsd', 'plan9', 'solaris', 'windows', 'zos',
] as const; // biome-ignore format: one table

/** Architectures that a platform may name by itself. */
export const knownArchitectures = [
  '386', 'amd64', 'amd64p32', 'arm', 'armbe', 'arm64', 'arm64be', 'ppc64', 'ppc64le', 'loong64', 'mips', 'mipsle',
  'mips64', 'mips64le', 'mips64p32', 'mips64p32le', 'ppc', 'riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64',
  'wasm',
] as const; // biome-ignore format: one table

/** Platforms that images are commonly built for, the most common first. */
export const commonPlatforms = [
  'linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/arm/v6', 'linux/386', 'linux/ppc64le', 'linux/s390x',
  'linux/riscv64', 'linux/loong64', 'linux/mips64le', 'windows/amd64',
] as const; // biome-ignore format: one table

const operatingSystemAliases = new Map([['macos', 'darwin']]);
const architectureAliases = new Map([
  ['i386', '386'],
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
]);
const architectureWithVariant = new Map<string, readonly [string, string]>([
  ['armhf', ['arm', 'v7']],
  ['armel', ['arm', 'v6']],
]);

/** A platform specifier, spelt the way Docker normalises it. */
export interface Platform {
  /** `linux` when only the architecture was given. */
  readonly os: string;
  /** Absent when only the operating system was given: that of the builder. */
  readonly architecture?: string;
  readonly variant?: string;
  /** Version of the operating system, from `windows(10.0.17763)/amd64`. */
  readonly osVersion?: string;
  readonly osFeatures: readonly string[];
  /** `os[/architecture[/variant]]`, aliases resolved, default variants left out. */
  readonly normalized: string;
}

export type PlatformResult =
  | { readonly kind: 'platform'; readonly platform: Platform }
  /** Holds a variable, so that its value is not known before the build. */
  | { readonly kind: 'variable' }
  | { readonly kind: 'error'; readonly message: string };

const operatingSystemPattern = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.-]*)((?:\+[A-Za-z0-9_.-]+)*)\))?$/;
const componentPattern = /^[A-Za-z0-9_.-]+$/;

/** Reads a platform (`linux/arm64/v8`, `windows(10.0.17763)/amd64`, `amd64`, `linux`). Never throws. */
export function parsePlatform(text: string): PlatformResult {
  if (text.includes('$')) return { kind: 'variable' };
  if (text === '') return failed('The platform is empty.');
  if (text.includes('*')) return failed(`The platform '${text}' must not contain '*'.`);
  const components = text.split('/');
  if (components.length > 3) return failed(`The platform '${text}' has more than the parts os/architecture/variant.`);
  const [first = '', second, third] = components;

  const system = operatingSystemPattern.exec(first);
  if (second === undefined) {
    const name = (system?.[1] ?? first).toLowerCase();
    const os = operatingSystemAliases.get(name) ?? name;
    if (system && isKnown(knownOperatingSystems, os)) return platform(os, system, undefined, undefined);
    const [architecture, variant] = normalizeArchitecture(first.toLowerCase(), undefined);
    if (isKnown(knownArchitectures, architecture)) return platform('linux', undefined, architecture, variant);
    return failed(`'${text}' is neither an operating system nor an architecture; write os/architecture.`);
  }
  if (!system) return failed(`The operating system '${first}' of the platform '${text}' is malformed.`);
  for (const component of third === undefined ? [second] : [second, third]) {
    if (!componentPattern.test(component)) {
      return failed(`'${component}' in the platform '${text}' may only hold letters, digits, '_', '.' and '-'.`);
    }
  }
  const name = (system[1] ?? '').toLowerCase();
  const [architecture, variant] = normalizeArchitecture(second.toLowerCase(), third?.toLowerCase());
  return platform(operatingSystemAliases.get(name) ?? name, system, architecture, variant);
}

function failed(message: string): PlatformResult {
  return { kind: 'error', message };
}

function isKnown(known: readonly string[], name: string): boolean {
  return known.includes(name);
}

function normalizeArchitecture(name: string, variant: string | undefined): [string, string | undefined] {
  const withVariant = architectureWithVariant.get(name);
  if (withVariant) return [withVariant[0], variant ?? withVariant[1]];
  const architecture = architectureAliases.get(name) ?? name;
  if (architecture === 'arm64') return [architecture, variant === '8' || variant === 'v8' ? undefined : variant];
  if (architecture === 'amd64') return [architecture, variant === 'v1' ? undefined : variant];
  if (architecture === 'arm') {
    if (variant === undefined) return [architecture, 'v7'];
    return [architecture, /^[5-8]$/.test(variant) ? `v${variant}` : variant];
  }
  return [architecture, variant];
}

function platform(
  os: string,
  system: RegExpExecArray | undefined,
  architecture: string | undefined,
  variant: string | undefined,
): PlatformResult {
  const osVersion = system?.[2];
  return {
    kind: 'platform',
    platform: {
      os,
      ...(architecture !== undefined && { architecture }),
      ...(variant !== undefined && { variant }),
      ...(osVersion && { osVersion }),
      osFeatures: (system?.[3] ?? '').split('+').slice(1),
      normalized: [os, architecture, variant].filter((component) => component !== undefined).join('/'),
    },
  };
}
