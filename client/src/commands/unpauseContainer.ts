import { command } from './command.ts';

export const unpauseContainer = command({
  id: 'containers.unpause',
  title: 'Unpause',
  icon: 'debug-continue',
  on: 'container',
  when: ['paused'],
  onProject: ['running', 'partial'],
  group: '1_state',
  inline: 2,
  run: ({ engine, each }, containers) => each(containers, ({ id }) => engine.containers.unpause(id)),
});
