import { command } from './command.ts';

export const killContainer = command({
  id: 'containers.kill',
  title: 'Kill',
  on: 'container',
  when: ['running', 'paused', 'restarting'],
  group: '1_state',
  run: ({ engine, each }, containers) => each(containers, ({ id }) => engine.containers.kill(id)),
});
