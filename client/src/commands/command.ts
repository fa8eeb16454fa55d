/** What a command is: a table entry. Targets, confirmation and the message of a failure are the same for all. */
import type { Engine } from '../engine/engine.ts';
import { EngineError, type ErrorKind, toEngineError } from '../engine/errors.ts';
import type { RecordKind, Records, Store } from '../model/store.ts';
import {
  type TargetFlag,
  type TargetKind,
  type TargetReference,
  type TargetStates,
  type Targets,
  targetFacts,
} from '../model/targets.ts';
import type { Question, Ui } from '../ui/ui.ts';
import type { Workspace } from '../ui/workspace.ts';

/** What commands may ask of the language server. */
export interface LanguageServer {
  restart(): Promise<void>;
  /** Markdown about a rule; `undefined` when there is no such rule or no server. */
  ruleDocumentation(id: string): Promise<string | undefined>;
}

/** What commands work with. */
export interface Services {
  readonly store: Store;
  readonly ui: Ui;
  readonly workspace: Workspace;
  log(line: string): void;
  readonly languageServer: LanguageServer;
}

/** What a command on targets gets. */
export interface TargetContext extends Services {
  readonly engine: Engine;
  /** The records at the moment of the call. */
  readonly records: Records;
  /** Does something to every target at once, shows that it is going on, and fails with all failures in one. */
  each<T>(targets: readonly T[], act: (target: T) => Promise<unknown>): Promise<void>;
}

export interface Key {
  readonly key: string;
  readonly mac?: string;
}

/** Groups of the context menu, in their order. */
export type MenuGroup = '1_state' | '2_look' | '3_copy' | '9_remove';

interface Common {
  /** Without the extension's prefix. */
  readonly id: string;
  /** In title case; with an ellipsis when the command asks something first. */
  readonly title: string;
  /** A codicon. */
  readonly icon?: string;
}

export interface TargetCommand<K extends TargetKind, Choice> extends Common {
  readonly on: K;
  /** States in which it makes sense; absent: all. */
  readonly when?: readonly TargetStates[K][];
  /** States of a Compose project in which it is offered for all its containers. */
  readonly onProject?: readonly TargetStates['project'][];
  readonly flag?: TargetFlag;
  readonly group: MenuGroup;
  /** Also a button on the row, at this place. */
  readonly inline?: number;
  readonly key?: Key;
  /** Works on one target only. */
  readonly single?: true;
  /** The question before it runs. Throws an `EngineError` when there is a reason not to run at all. */
  confirm?(targets: readonly Targets[K][], records: Records): Question<Choice>;
  run(context: TargetContext, targets: readonly Targets[K][], choice: Choice): Promise<void>;
}

/** Where a command without targets is offered, besides the command palette. */
export interface Placement {
  readonly menu: 'view/title' | 'explorer/context' | 'editor/context';
  readonly when: string;
  readonly group: string;
}

export interface PlainCommand extends Common {
  readonly places?: readonly Placement[];
  /** Expression that must hold for it to be enabled. */
  readonly enablement?: string;
  /** Called by code only, so not offered in the command palette. */
  readonly internal?: true;
  /** `arguments` are what a menu, a code lens or another extension passes. */
  run(services: Services, ...arguments_: readonly unknown[]): Promise<void>;
}

/** What was selected when a command was called: nothing in the command palette. */
export interface Invocation {
  readonly targets?: readonly TargetReference[];
  readonly arguments: readonly unknown[];
}

/** A command as the rest of the client sees it. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly icon?: string;
  readonly enablement?: string;
  readonly internal: boolean;
  readonly places: readonly Placement[];
  /** On which rows it is offered. */
  readonly target?: {
    readonly kind: TargetKind;
    readonly when?: readonly string[];
    readonly onProject?: readonly TargetStates['project'][];
    readonly flag?: TargetFlag;
    readonly group: MenuGroup;
    readonly inline?: number;
    readonly key?: Key;
  };
  /** Runs it; a failure becomes one message. Does not reject. */
  execute(services: Services, invocation: Invocation): Promise<void>;
}

/** Makes a command of a table entry. */
export function command<K extends TargetKind, Choice = undefined>(entry: TargetCommand<K, Choice>): Command;
export function command(entry: PlainCommand): Command;
export function command<K extends TargetKind, Choice>(entry: TargetCommand<K, Choice> | PlainCommand): Command {
  const common = { id: entry.id, title: entry.title, ...(entry.icon !== undefined && { icon: entry.icon }) };
  if (!('on' in entry)) {
    return {
      ...common,
      ...(entry.enablement !== undefined && { enablement: entry.enablement }),
      internal: entry.internal ?? false,
      places: entry.places ?? [],
      execute: (services, { arguments: given }) => guarded(services, entry.title, () => entry.run(services, ...given)),
    };
  }
  const { on, when, onProject, flag, group, inline, key } = entry;
  return {
    ...common,
    internal: false,
    places: [],
    target: {
      kind: on,
      group,
      ...(when && { when }),
      ...(onProject && { onProject }),
      ...(flag && { flag }),
      ...(inline !== undefined && { inline }),
      ...(key && { key }),
    },
    execute: (services, invocation) =>
      guarded(services, entry.title, () =>
        services.store.use(async (engine) => {
          const targets = await findTargets(entry, services, invocation);
          if (targets.length > 0) await runOn(entry, engine, services, targets);
        }),
      ),
  };
}

async function runOn<K extends TargetKind, Choice>(
  entry: TargetCommand<K, Choice>,
  engine: Engine,
  services: Services,
  targets: readonly Targets[K][],
): Promise<void> {
  const { store, ui } = services;
  const choice = entry.confirm && (await ui.confirm(entry.confirm(targets, store.records)));
  if (entry.confirm && choice === undefined) return;
  const facts: { name(target: Targets[K]): string } = targetFacts[entry.on];
  const names = new Map<unknown, string>(targets.map((target) => [target, facts.name(target)]));
  const title = `${plainTitle(entry.title)}: ${[...names.values()].join(', ')}`;
  const context: TargetContext = {
    ...services,
    engine,
    records: store.records,
    each: (items, act) => ui.progress(title, () => actOnEach(items, act, names)),
  };
  try {
    await entry.run(context, targets, choice as Choice);
  } finally {
    // So that what is called next sees the new state, even before the engine's event has come.
    const { recordKind, recordId }: { recordKind: RecordKind; recordId(target: Targets[K]): string } =
      targetFacts[entry.on];
    await store.reread(recordKind, targets.map(recordId));
  }
}

async function actOnEach<T>(
  items: readonly T[],
  act: (item: T) => Promise<unknown>,
  names: ReadonlyMap<unknown, string>,
): Promise<void> {
  const results = await Promise.allSettled(items.map(act));
  const failures = results.flatMap((result, index) =>
    result.status === 'rejected' ? [{ error: toEngineError(result.reason), name: names.get(items[index]) }] : [],
  );
  const [first] = failures;
  if (!first) return;
  const texts = failures.map(({ error, name }) =>
    name && items.length > 1 ? sentence(`${name}: ${error.message}`) : error.message,
  );
  throw new EngineError(first.error.kind, [...new Set(texts)].join(' '), { cause: first.error });
}

/** Selected rows that the command applies to; from the command palette, what the user picks. */
async function findTargets<K extends TargetKind, Choice>(
  entry: TargetCommand<K, Choice>,
  services: Services,
  { targets: references }: Invocation,
): Promise<readonly Targets[K][]> {
  const { store, ui } = services;
  const facts = targetFacts[entry.on];
  if (!references) return pickTargets(entry, services);
  const found = references.flatMap((reference) => resolve(entry, reference, store.records));
  const fitting = found.filter((target) => fits(entry, target));
  const [first] = found;
  if (fitting.length > 0 || references.length === 0) return entry.single ? fitting.slice(0, 1) : fitting;
  if (first === undefined) {
    ui.showInformation('This does not exist any more.');
  } else {
    const state: string = facts.state(first as never);
    ui.showInformation(`'${facts.name(first as never)}' is ${state}: ${plainTitle(entry.title)} does not apply.`);
  }
  return [];
}

function resolve<K extends TargetKind, Choice>(
  entry: TargetCommand<K, Choice>,
  reference: TargetReference,
  records: Records,
): readonly Targets[K][] {
  if (reference.kind === entry.on) {
    const target = targetFacts[entry.on].find(records, reference.id);
    return target === undefined ? [] : [target];
  }
  if (reference.kind !== 'project' || !entry.onProject) return [];
  // Commands that are offered on projects work on containers.
  const project = targetFacts.project.find(records, reference.id);
  return (project?.containers ?? []) as readonly Targets[K][];
}

function fits<K extends TargetKind, Choice>(entry: TargetCommand<K, Choice>, target: Targets[K]): boolean {
  const state: (target: Targets[K]) => TargetStates[K] = targetFacts[entry.on].state;
  return entry.when === undefined || entry.when.includes(state(target));
}

async function pickTargets<K extends TargetKind, Choice>(
  entry: TargetCommand<K, Choice>,
  { store, ui }: Services,
): Promise<readonly Targets[K][]> {
  const facts: {
    all(records: Records): readonly Targets[K][];
    name(target: Targets[K]): string;
    state(target: Targets[K]): string;
  } = targetFacts[entry.on];
  const items = facts
    .all(store.records)
    .filter((target) => fits(entry, target))
    .map((value) => ({ label: facts.name(value), description: facts.state(value), value }));
  const title = plainTitle(entry.title);
  if (items.length === 0) {
    ui.showInformation(`${title}: there is no ${nouns[entry.on]} that this applies to.`);
    return [];
  }
  if (!entry.single) return (await ui.pickMany(items, { title })) ?? [];
  const picked = await ui.pick(items, { title });
  return picked === undefined ? [] : [picked];
}

const nouns: Readonly<Record<TargetKind, string>> = {
  container: 'container',
  project: 'Compose project',
  image: 'image',
  volume: 'volume',
  network: 'network',
};

async function guarded(services: Services, title: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const failure = toEngineError(error);
    services.log(`${plainTitle(title)} failed (${failure.kind}): ${failure.stack ?? failure.message}`);
    const why = error instanceof EngineError ? introduction[failure.kind] : '';
    const message = `${plainTitle(title)} failed. ${why}${sentence(failure.message)}`;
    // Not awaited: the command is over, and the message may stay for as long as the user likes.
    void services.ui.showError(message, 'Show Log').then((button) => {
      if (button === 'Show Log') services.ui.showLog();
    });
  }
}

const introduction: Readonly<Record<ErrorKind, string>> = {
  unreachable: 'The engine cannot be reached: ',
  denied: 'Access was denied: ',
  notFound: '',
  conflict: '',
  server: 'The engine says: ',
};

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A title without the ellipsis that promises a question. */
function plainTitle(title: string): string {
  return title.replace(/\u2026$/, '');
}
