import { officialName } from './knownImages.ts';
import type { ImageReference } from './reference.ts';

/** Versions of an image that nobody maintains any more. */
interface Ended {
  /** Everything before this version. */
  readonly before?: readonly [major: number, minor: number];
  /** Single versions besides, as `major` or `major.minor`. */
  readonly versions?: readonly string[];
  /** Names that tags give to such versions. */
  readonly names?: readonly string[];
}

const ubuntu: Ended = {
  before: [22, 4],
  versions: ['22.10', '23.04', '23.10', '24.10', '25.04', '25.10'],
  names: [
    ...['trusty', 'utopic', 'vivid', 'wily', 'xenial', 'yakkety', 'zesty', 'artful', 'bionic', 'cosmic', 'disco'],
    ...['eoan', 'focal', 'groovy', 'hirsute', 'impish', 'kinetic', 'lunar', 'mantic', 'oracular', 'plucky', 'questing'],
  ],
};

const debian: Ended = { before: [12, 0], names: ['squeeze', 'wheezy', 'jessie', 'stretch', 'buster', 'bullseye'] };

const alpine: Ended = { before: [3, 22] };

const dotnet: Ended = { before: [10, 0] };

/**
 * What had reached its end of life by November 2026, from the release calendars that the projects publish (the dates are
 * also gathered at endoflife.date). Only versions whose last form of free maintenance is over.
 */
const ended: Readonly<Record<string, Ended>> = {
  alpine,
  amazonlinux: { before: [2023, 0] },
  debian,
  elasticsearch: { before: [8, 0] },
  fedora: { before: [43, 0] },
  golang: { before: [1, 25] },
  mariadb: {
    before: [10, 11],
    versions: ['11.0', '11.1', '11.2', '11.3', '11.5', '11.6', '11.7'],
  },
  mongo: { before: [7, 0] },
  mysql: { before: [8, 4] },
  node: {
    before: [22, 0],
    versions: ['23', '25'],
    names: ['argon', 'boron', 'carbon', 'dubnium', 'erbium', 'fermium', 'gallium', 'hydrogen', 'iron'],
  },
  oraclelinux: { before: [8, 0] },
  php: { before: [8, 2] },
  postgres: { before: [15, 0] },
  python: { before: [3, 11] },
  ruby: { before: [3, 3] },
  ubuntu,
  'mcr.microsoft.com/dotnet/aspnet': dotnet,
  'mcr.microsoft.com/dotnet/runtime': dotnet,
  'mcr.microsoft.com/dotnet/runtime-deps': dotnet,
  'mcr.microsoft.com/dotnet/sdk': dotnet,
};

/** Images that are given up as a whole, with what takes their place: notices on their pages, as of August 2026. */
const givenUp: Readonly<Record<string, string>> = {
  adoptopenjdk: 'eclipse-temurin',
  celery: 'python',
  centos: 'almalinux',
  consul: 'hashicorp/consul',
  django: 'python',
  'express-gateway': '',
  fsharp: 'mcr.microsoft.com/dotnet/sdk',
  glassfish: '',
  hipache: '',
  iojs: 'node',
  java: 'eclipse-temurin',
  jenkins: 'jenkins/jenkins',
  mono: '',
  'nats-streaming': 'nats',
  openjdk: 'eclipse-temurin',
  owncloud: 'owncloud/server',
  piwik: 'matomo',
  rails: 'ruby',
  sentry: '',
  sl: 'almalinux',
  swarm: '',
  'ubuntu-debootstrap': 'ubuntu',
  'ubuntu-upstart': 'ubuntu',
  vault: 'hashicorp/vault',
  'docker.io/microsoft/aspnetcore': 'mcr.microsoft.com/dotnet/aspnet',
  'docker.io/microsoft/dotnet': 'mcr.microsoft.com/dotnet/sdk',
};

export interface EndOfLife {
  /** What is over: the image, its version, or the distribution that its tag names. */
  readonly kind: 'image' | 'version' | 'distribution';
  readonly what: string;
  /** An image that takes its place. */
  readonly instead: string | undefined;
}

/** Tells that an image, or the version its tag names, is not maintained any more. `undefined`: it is, or nothing is known. */
export function endOfLife(image: ImageReference): EndOfLife | undefined {
  if (image.path.hasVariable) return undefined;
  const name = officialName(image) ?? image.canonicalName;
  const instead = Object.hasOwn(givenUp, name) ? givenUp[name] : undefined;
  if (instead !== undefined) return { kind: 'image', what: image.familiarName, instead: instead || undefined };
  if (name.startsWith('mcr.microsoft.com/dotnet/core/'))
    return { kind: 'image', what: image.familiarName, instead: name.replace('/core/', '/') };
  // The registry has been frozen since April 2023.
  if (name.startsWith('k8s.gcr.io/'))
    return { kind: 'image', what: image.familiarName, instead: name.replace('k8s.gcr.io/', 'registry.k8s.io/') };
  const inName = /^gcr\.io\/distroless\/.*-(debian(\d+))$/.exec(name);
  if (inName?.[1] !== undefined && isOver(inName[2] ?? '', debian))
    return { kind: 'distribution', what: inName[1], instead: undefined };
  const tag = image.tag;
  if (tag === undefined || tag.hasVariable) return undefined;
  const own = Object.hasOwn(ended, name) ? ended[name] : undefined;
  if (own !== undefined && (isOver(tag.text, own) || own.names?.includes(tag.text.split('-', 1)[0] ?? '')))
    return { kind: 'version', what: `${image.familiarName}:${tag.text}`, instead: undefined };
  if (officialName(image) === undefined) return undefined;
  for (const part of tag.text.split('-')) {
    if (debian.names?.includes(part)) return { kind: 'distribution', what: part, instead: undefined };
    const version = /^alpine(\d+\.\d+)$/.exec(part)?.[1];
    if (version !== undefined && isOver(version, alpine))
      return { kind: 'distribution', what: part, instead: undefined };
  }
  return undefined;
}

function isOver(tag: string, { before, versions }: Ended): boolean {
  const match = /^(\d+)(?:\.(\d+))?/.exec(tag);
  if (match === null) return false;
  const [, majorText = '', minorText] = match;
  if (versions?.includes(majorText) || versions?.includes(`${majorText}.${minorText ?? ''}`)) return true;
  if (before === undefined) return false;
  const [major, minor] = before;
  if (Number(majorText) !== major) return Number(majorText) < major;
  // '3' is the newest of its line, whatever minor version that is.
  return minorText !== undefined && Number(minorText) < minor;
}
