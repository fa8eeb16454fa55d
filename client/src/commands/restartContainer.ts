import { startOrder } from '../model/projects.ts';
import { command } from './command.ts';

export const restartContainer = command({
  id: 'containers.restart',
  title: 'Restart',
  icon: 'debug-restart',
  on: 'container',
  when: ['running', 'paused', 'restarting', 'exited'],
  onProject: ['running', 'partial'],
  group: '1_state',
  async run({ engine, each }, containers) {
    for (const group of startOrder(containers)) await each(group, ({ id }) => engine.containers.restart(id));
  },
});
