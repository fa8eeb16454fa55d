import { startOrder } from '../model/projects.ts';
import { command } from './command.ts';

export const startContainer = command({
  id: 'containers.start',
  title: 'Start',
  icon: 'debug-start',
  on: 'container',
  when: ['created', 'exited', 'dead'],
  onProject: ['stopped', 'partial'],
  group: '1_state',
  inline: 2,
  async run({ engine, each }, containers) {
    for (const group of startOrder(containers)) await each(group, ({ id }) => engine.containers.start(id));
  },
});
