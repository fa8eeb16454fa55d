import type { Command, Word } from '../../shell/command.ts';
import { dnf, hasRpmVersion, objectsOf, verbOf } from '../../shell/packageManagers.ts';
import type { DockerfileFile } from './file.ts';
import { Inherited } from './inherited.ts';
import type { Arg, Env, Run } from './instructions.ts';

export interface UnpinnedPackages {
  readonly run: Run;
  readonly words: readonly Word[];
  /** Module streams (`name:stream`), not packages. */
  readonly isModule: boolean;
}

type Names = (run: Run) => (name: string) => boolean;

/**
 * Packages and module streams that yum, dnf or microdnf are told to install without a version, command by command. A
 * variable that is declared counts as a version.
 */
export function rpmPackages(file: DockerfileFile, programs: readonly string[], exact: boolean): UnpinnedPackages[] {
  const executions = exact ? file.model.hadolintExecutions : file.model.executions;
  const found: UnpinnedPackages[] = [];
  let names: Names | undefined;
  for (const program of programs) {
    for (const { run, command } of executions.of(program)) {
      const objects = exact ? plainObjects(command) : objectsBehindVerb(command);
      if (objects === undefined) continue;
      const isModule = command.hasAnyArgument('module');
      names ??= exact ? namesAsHadolint(file) : (of) => declaredNames(file, of);
      const isDeclared = names(run);
      const words = objects.filter(({ text }) => (isModule ? !text.includes(':') : !isPinned(text, isDeclared, exact)));
      found.push({ run, words, isModule });
    }
  }
  return found;
}

/** hadolint takes every word that is no option for a package, values of options too; yum has no `group`. */
function plainObjects(command: Command): readonly Word[] | undefined {
  if (!command.hasAnyArgument('install')) return undefined;
  if (command.name !== 'yum' && command.hasAnyArgument('group')) return undefined;
  return command.plainArguments().filter(({ text }) => text !== 'install' && text !== 'module');
}

function objectsBehindVerb(command: Command): readonly Word[] | undefined {
  const [first, second, ...rest] = command.options(dnf).operands;
  if (first?.text === 'module') return second?.text === 'install' ? rest : undefined;
  return verbOf(command, dnf, ['install'], false) === undefined ? undefined : objectsOf(command, dnf);
}

function isPinned(text: string, isDeclared: (name: string) => boolean, exact: boolean): boolean {
  if (exact && !text.includes('-')) return false;
  if (text.endsWith('.rpm')) return true;
  if (text.includes('$')) return [...text.matchAll(/\$\{(\w+)\}/g)].some(([, name = '']) => isDeclared(name));
  return hasRpmVersion(text);
}

function declaredNames({ model }: DockerfileFile, run: Run): (name: string) => boolean {
  return (name) => model.variables.lookup(name, run.stage, run.span.start) !== undefined;
}

/** Names with the number of the instruction that set them first, and those of the stage below. */
interface Scope {
  readonly names: Map<string, number>;
  readonly outer: Scope | undefined;
}

/** ENV counts in its stage and those built on it, ARG in all that follows; from inside ONBUILD only what is behind ONBUILD. */
function namesAsHadolint({ model }: DockerfileFile): Names {
  const scopes = new Map<Run, Scope>();
  const environment = new Inherited<Scope>({ names: new Map(), outer: undefined }, true);
  const declared = new Map<string, number>();
  const inTriggers: Scope = { names: new Map(), outer: undefined };
  for (const instruction of model.instructions) {
    const trigger = instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined;
    if (instruction.keyword === 'FROM') {
      environment.enter(instruction);
      environment.value = { names: new Map(), outer: environment.value };
    } else if (instruction.keyword === 'ENV') add(environment.value.names, instruction);
    else if (instruction.keyword === 'ARG') add(declared, instruction);
    else if (instruction.keyword === 'RUN') scopes.set(instruction, environment.value);
    else if (trigger?.keyword === 'ENV' || trigger?.keyword === 'ARG') add(inTriggers.names, trigger);
    else if (trigger?.keyword === 'RUN') scopes.set(trigger, inTriggers);
  }
  return (run) => {
    const { start } = run.span;
    const isBefore = (names: Map<string, number>, name: string): boolean => (names.get(name) ?? start) < start;
    return (name) => {
      for (let scope = scopes.get(run); scope !== undefined; scope = scope.outer) {
        if (isBefore(scope.names, name)) return true;
      }
      return !run.isTrigger && isBefore(declared, name);
    };
  };
}

function add(names: Map<string, number>, instruction: Env | Arg): void {
  for (const name of namesOf(instruction)) if (!names.has(name)) names.set(name, instruction.span.start);
}

/** Of an ARG hadolint sees the first name only. */
function namesOf(instruction: Env | Arg): string[] {
  if (instruction.keyword === 'ENV') return instruction.pairs.map(({ key }) => key.text);
  return instruction.declarations.slice(0, 1).map(({ name }) => name);
}
