import { type TargetKind, type Targets, targetFacts } from '../model/targets.ts';
import { type Command, command } from './command.ts';

/** Copies the names of what is selected, one a line. */
export const copyNames: readonly Command[] = [
  copyName('container'),
  copyName('image'),
  copyName('volume'),
  copyName('network'),
];

/** Copies whole ids. Volumes have none besides their name. */
export const copyIds: readonly Command[] = [
  copyId('container', (container) => container.id),
  copyId('image', ({ image }) => image.id),
  copyId('network', (network) => network.id),
];

function copyName<K extends Exclude<TargetKind, 'project'>>(kind: K): Command {
  const facts: { name(target: Targets[K]): string } = targetFacts[kind];
  return command({
    id: `${kind}s.copyName`,
    title: 'Copy Name',
    on: kind,
    group: '3_copy',
    key: { key: 'ctrl+c', mac: 'cmd+c' },
    run: ({ ui }, targets) => ui.copy(targets.map(facts.name).join('\n')),
  });
}

function copyId<K extends Exclude<TargetKind, 'project'>>(kind: K, id: (target: Targets[K]) => string): Command {
  return command({
    id: `${kind}s.copyId`,
    title: 'Copy ID',
    on: kind,
    group: '3_copy',
    run: ({ ui }, targets) => ui.copy(targets.map(id).join('\n')),
  });
}
