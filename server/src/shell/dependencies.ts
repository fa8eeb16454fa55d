import type { Command } from './command.ts';
import type { OptionSyntax } from './options.ts';
import { npm, pip, pipInstall } from './packageManagers.ts';

/** A command that installs what a manifest of the project lists. */
export interface DependencyInstall {
  /** The program and its verb, without options: `npm ci`. */
  readonly what: string;
  /** The files it reads, as a person would name them. */
  readonly manifests: string;
}

interface Manager {
  readonly manifests: string;
  /** Words behind the name that make it such a command; `''` when the bare name does. */
  readonly verbs: readonly string[];
  /** Operands behind the verb name single packages, which need no manifest. */
  readonly takesPackages: boolean;
  readonly options?: OptionSyntax;
}

const poetry: Manager = {
  manifests: "'pyproject.toml' and the lock file",
  verbs: ['install', 'sync'],
  takesPackages: false,
};

const managers: Readonly<Record<string, Manager>> = {
  bun: { manifests: "'package.json' and the lock file", verbs: ['install', 'i', 'ci'], takesPackages: true },
  bundle: { manifests: "'Gemfile' and 'Gemfile.lock'", verbs: ['', 'install'], takesPackages: false },
  cargo: { manifests: "'Cargo.toml' and 'Cargo.lock'", verbs: ['fetch'], takesPackages: false },
  composer: { manifests: "'composer.json' and 'composer.lock'", verbs: ['install'], takesPackages: false },
  dotnet: { manifests: 'the project files', verbs: ['restore'], takesPackages: false },
  go: { manifests: "'go.mod' and 'go.sum'", verbs: ['mod download'], takesPackages: false },
  mix: { manifests: "'mix.exs' and 'mix.lock'", verbs: ['deps.get'], takesPackages: false },
  mvn: {
    manifests: "'pom.xml'",
    verbs: ['dependency:go-offline', 'dependency:resolve', 'dependency:resolve-plugins'],
    takesPackages: false,
  },
  npm: {
    manifests: "'package.json' and 'package-lock.json'",
    verbs: ['install', 'i', 'ci', 'clean-install'],
    takesPackages: true,
    options: npm,
  },
  pdm: poetry,
  pipenv: { manifests: "'Pipfile' and 'Pipfile.lock'", verbs: ['install', 'sync'], takesPackages: true },
  pnpm: {
    manifests: "'package.json' and 'pnpm-lock.yaml'",
    verbs: ['install', 'i', 'ci', 'fetch'],
    takesPackages: true,
    options: npm,
  },
  poetry,
  uv: { manifests: "'pyproject.toml' and 'uv.lock'", verbs: ['sync'], takesPackages: false },
  yarn: { manifests: "'package.json' and 'yarn.lock'", verbs: ['', 'install'], takesPackages: true },
};

/** Programs that may install from a manifest. */
export const dependencyPrograms: ReadonlySet<string> = new Set(Object.keys(managers));

/** A command means the same wherever it stands. */
const kept = new WeakMap<Command['shape'], DependencyInstall | null>();

/** Tells that a command installs what a manifest lists; `undefined` when it does something else or names packages. */
export function dependencyInstall(command: Command): DependencyInstall | undefined {
  let install = kept.get(command.shape);
  if (install === undefined) {
    install = read(command) ?? null;
    kept.set(command.shape, install);
  }
  return install ?? undefined;
}

function read(command: Command): DependencyInstall | undefined {
  const { name } = command;
  const manager = Object.hasOwn(managers, name) ? managers[name] : undefined;
  if (manager === undefined) return pipRequirements(command);
  if (command.hasFlag('g', 'global') || command.hasFlag('version', 'help')) return undefined;
  const { operands } = command.options(manager.options);
  const words = operands.map((word) => word.text);
  const verb = manager.verbs.find((candidate) =>
    candidate === '' ? words.length === 0 : words.slice(0, candidate.split(' ').length).join(' ') === candidate,
  );
  if (verb === undefined) return undefined;
  const rest = words.length - (verb === '' ? 0 : verb.split(' ').length);
  return manager.takesPackages && rest > 0
    ? undefined
    : { what: `${name} ${verb}`.trimEnd(), manifests: manager.manifests };
}

function pipRequirements(command: Command): DependencyInstall | undefined {
  if (pipInstall(command, false)?.program !== 'pip') return undefined;
  const { options } = command.options(pip);
  const file = options.find(({ name }) => name === 'r' || name === 'requirement')?.value;
  if (file === undefined) return undefined;
  const what = `${command.name.startsWith('pip') ? command.name : 'pip'} install`;
  return { what, manifests: `'${file.slice(file.lastIndexOf('/') + 1)}'` };
}
