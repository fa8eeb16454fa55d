import { startOrder } from '../model/projects.ts';
import { command } from './command.ts';

export const stopContainer = command({
  id: 'containers.stop',
  title: 'Stop',
  icon: 'debug-stop',
  on: 'container',
  when: ['running', 'paused', 'restarting'],
  onProject: ['running', 'partial'],
  group: '1_state',
  inline: 2,
  async run({ engine, each }, containers) {
    const groups = startOrder(containers).toReversed();
    for (const group of groups) await each(group, ({ id }) => engine.containers.stop(id));
  },
});
