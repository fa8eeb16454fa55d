import { command } from './command.ts';

export const pauseContainer = command({
  id: 'containers.pause',
  title: 'Pause',
  icon: 'debug-pause',
  on: 'container',
  when: ['running'],
  onProject: ['running', 'partial'],
  group: '1_state',
  run: ({ engine, each }, containers) => each(containers, ({ id }) => engine.containers.pause(id)),
});
