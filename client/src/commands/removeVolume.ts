import { EngineError } from '../engine/errors.ts';
import { usersOfVolume } from '../model/volumes.ts';
import { command } from './command.ts';
import { equivalent, named, paragraphs, quoted } from './wording.ts';

export const removeVolume = command({
  id: 'volumes.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'volume',
  group: '9_remove',
  key: { key: 'delete', mac: 'cmd+backspace' },
  confirm(volumes, { containers }) {
    const usersOf = (name: string) => usersOfVolume(containers.values(), name).map((container) => container.name);
    const free = volumes.filter(({ name }) => usersOf(name).length === 0);
    const used = volumes
      .filter((volume) => !free.includes(volume))
      .map(({ name }) => `'${name}' is used by ${quoted(usersOf(name))}.`);
    if (free.length === 0) {
      throw new EngineError(
        'conflict',
        `${used.join(' ')} Remove the containers first, they need not be running to hold it.`,
      );
    }
    const names = free.map(({ name }) => name);
    return {
      message: `Remove ${named('volume', names)}?`,
      detail: paragraphs(
        names.length > 1 && quoted(names),
        'All data in it is lost for good.',
        used.length > 0 && `Left as they are: ${used.join(' ')}`,
        equivalent('docker volume rm', ...names),
      ),
      choices: [{ title: 'Remove', value: free }],
    };
  },
  run: ({ engine, each }, _volumes, free) => each(free, ({ name }) => engine.volumes.remove(name)),
});
