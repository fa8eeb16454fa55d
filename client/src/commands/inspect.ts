import type { Engine } from '../engine/engine.ts';
import { type TargetKind, type Targets, targetFacts } from '../model/targets.ts';
import { type Command, command } from './command.ts';

/** Kinds whose records can be inspected, and how. */
export const inspectors: Readonly<
  Record<Exclude<TargetKind, 'project'>, (engine: Engine, id: string) => Promise<unknown>>
> = {
  container: (engine, id) => engine.containers.inspect(id),
  image: (engine, reference) => engine.images.inspect(reference),
  volume: (engine, name) => engine.volumes.inspect(name),
  network: (engine, id) => engine.networks.inspect(id),
};

/** Shows the engine's record of everything that is selected, each as a read-only JSON document. */
export const inspects: readonly Command[] = [
  inspect('container'),
  inspect('image'),
  inspect('volume'),
  inspect('network'),
];

function inspect<K extends keyof typeof inspectors>(kind: K): Command {
  const facts: { id(target: Targets[K]): string; name(target: Targets[K]): string } = targetFacts[kind];
  return command({
    id: `${kind}s.inspect`,
    title: 'Inspect',
    icon: 'json',
    on: kind,
    group: '2_look',
    run: ({ engine, ui, each }, targets) =>
      each(targets, async (target) => {
        const id = facts.id(target);
        await ui.showRecord({ kind, id, name: facts.name(target), json: await inspectors[kind](engine, id) });
      }),
  });
}
