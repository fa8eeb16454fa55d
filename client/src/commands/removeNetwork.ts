import { EngineError } from '../engine/errors.ts';
import { membersOfNetwork } from '../model/networks.ts';
import { isUp } from '../model/projects.ts';
import { command } from './command.ts';
import { equivalent, named, paragraphs, quoted } from './wording.ts';

export const removeNetwork = command({
  id: 'networks.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'network',
  when: ['custom'],
  group: '9_remove',
  key: { key: 'delete', mac: 'cmd+backspace' },
  confirm(networks, { containers }) {
    const members = networks.flatMap((network) =>
      membersOfNetwork(containers.values(), network).map(({ container }) => container),
    );
    const running = members.filter(isUp).map(({ name }) => name);
    if (running.length > 0) {
      throw new EngineError('conflict', `Running containers are in it: ${quoted(running)}. Stop or remove them first.`);
    }
    const stopped = members.map(({ name }) => name);
    const names = networks.map(({ name }) => name);
    return {
      message: `Remove ${named('network', names)}?`,
      detail: paragraphs(
        names.length > 1 && quoted(names),
        stopped.length > 0 && `Stopped containers belong to it and will not start without it: ${quoted(stopped)}.`,
        equivalent('docker network rm', ...names),
      ),
      choices: [{ title: 'Remove', value: true }],
    };
  },
  run: ({ engine, each }, networks) => each(networks, ({ id }) => engine.networks.remove(id)),
});
