import { isUp } from '../model/projects.ts';
import { isAnonymous } from '../model/volumes.ts';
import { command } from './command.ts';
import { counted, equivalent, named, paragraphs, quoted } from './wording.ts';

export const removeContainer = command({
  id: 'containers.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'container',
  onProject: ['running', 'partial', 'stopped'],
  group: '9_remove',
  key: { key: 'delete', mac: 'cmd+backspace' },
  confirm(containers, { volumes }) {
    const names = containers.map((container) => container.name);
    const running = containers.filter(isUp).map((container) => container.name);
    const mounted = containers.flatMap(({ mounts }) => mounts.flatMap(({ volume }) => volume ?? []));
    const anonymous = new Set(mounted.filter((name) => isAnonymous(volumes.get(name) ?? { name, labels: new Map() })));
    const kept = new Set(mounted.filter((name) => !anonymous.has(name)));
    return {
      message: `Remove ${named('container', names)}?`,
      detail: paragraphs(
        names.length > 1 && quoted(names),
        running.length > 0 &&
          (names.length === 1
            ? 'It is running and will be killed.'
            : `Running, and will be killed: ${quoted(running)}.`),
        'Files written inside, other than in volumes and mounted folders, will be lost.',
        kept.size > 0 && `Stays: ${counted(kept.size, 'volume')} (${quoted([...kept])}).`,
        anonymous.size > 0 &&
          `It has ${counted(anonymous.size, 'anonymous volume')}, whose data no other container can find again.`,
        equivalent(running.length > 0 ? 'docker rm --force' : 'docker rm', ...names),
      ),
      choices: [
        { title: 'Remove', value: { volumes: false } },
        ...(anonymous.size > 0 ? [{ title: 'Remove with Anonymous Volumes', value: { volumes: true } }] : []),
      ],
    };
  },
  run: ({ engine, each }, containers, { volumes }) =>
    each(containers, ({ id }) => engine.containers.remove(id, { volumes })),
});
