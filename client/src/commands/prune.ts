/** Removing everything of a kind that nothing uses. What is listed in the dialog is what goes. */
import { groupByRepository, shortId, usersOfImage } from '../model/images.ts';
import { formatSize } from '../model/measures.ts';
import { isBuiltIn, membersOfNetwork } from '../model/networks.ts';
import { isUp } from '../model/projects.ts';
import { usersOfVolume } from '../model/volumes.ts';
import { command, type Placement } from './command.ts';
import { counted, equivalent, paragraphs, quoted } from './wording.ts';

function places(view: string): readonly Placement[] {
  return [{ menu: 'view/title', when: `view == dockwright.${view}`, group: '5_prune' }];
}

export const pruneContainers = command({
  id: 'containers.prune',
  title: 'Remove Stopped Containers…',
  places: places('containers'),
  run: ({ store, ui }) =>
    store.use(async (engine) => {
      const names = [...store.records.containers.values()].filter((each) => !isUp(each)).map(({ name }) => name);
      if (names.length === 0) return ui.showInformation('There are no stopped containers.');
      const sure = await ui.confirm({
        message: `Remove ${counted(names.length, 'stopped container')}?`,
        detail: paragraphs(
          quoted(names, 20),
          'Files written inside, other than in volumes and mounted folders, will be lost. Volumes stay.',
          equivalent('docker container prune'),
        ),
        choices: [{ title: 'Remove', value: true }],
      });
      if (!sure) return;
      const freed = await ui.progress('Remove stopped containers', () => engine.containers.prune());
      ui.showInformation(`Removed stopped containers: ${formatSize(freed)} are free again.`);
    }),
});

export const pruneImages = command({
  id: 'images.prune',
  title: 'Remove Unused Images…',
  places: places('images'),
  run: ({ store, ui }) =>
    store.use(async (engine) => {
      const { images, containers } = store.records;
      const unused = [...images.values()].filter((image) => usersOfImage(containers.values(), image).length === 0);
      const { repositories, untagged } = groupByRepository(unused);
      if (unused.length === 0) return ui.showInformation('Every image is in use.');
      const tagged = repositories.flatMap((repository) => repository.images.map(({ reference }) => reference));
      const choices: { title: string; value: 'untagged' | 'unused' }[] = [];
      if (untagged.length > 0) choices.push({ title: `Remove Untagged (${untagged.length})`, value: 'untagged' });
      if (tagged.length > 0) choices.push({ title: `Remove All Unused (${unused.length})`, value: 'unused' });
      const which = await ui.confirm({
        message: 'Remove images that no container uses?',
        detail: paragraphs(
          untagged.length > 0 &&
            `Untagged: ${quoted(
              untagged.map(({ reference }) => shortId(reference)),
              10,
            )}.`,
          tagged.length > 0 && `With a tag: ${quoted(tagged, 20)}. They have to be pulled or built again when needed.`,
          equivalent('docker image prune'),
          tagged.length > 0 && equivalent('docker image prune --all'),
        ),
        choices,
      });
      if (which === undefined) return;
      const freed = await ui.progress('Remove unused images', () => engine.images.prune(which));
      ui.showInformation(`Removed unused images: ${formatSize(freed)} are free again.`);
    }),
});

export const pruneVolumes = command({
  id: 'volumes.prune',
  title: 'Remove Unused Volumes…',
  places: places('volumes'),
  run: ({ store, ui }) =>
    store.use(async (engine) => {
      const { volumes, containers } = store.records;
      const unused = [...volumes.keys()].filter((name) => usersOfVolume(containers.values(), name).length === 0);
      if (unused.length === 0) return ui.showInformation('Every volume is in use.');
      const sure = await ui.confirm({
        message: `Remove ${counted(unused.length, 'unused volume')}?`,
        detail: paragraphs(
          quoted(unused, 20),
          'All data in them is lost for good.',
          equivalent('docker volume rm', ...unused),
        ),
        choices: [{ title: 'Remove', value: true }],
      });
      if (!sure) return;
      await ui.progress('Remove unused volumes', () => Promise.all(unused.map((name) => engine.volumes.remove(name))));
    }),
});

export const pruneNetworks = command({
  id: 'networks.prune',
  title: 'Remove Unused Networks…',
  places: places('networks'),
  run: ({ store, ui }) =>
    store.use(async (engine) => {
      const { networks, containers } = store.records;
      const unused = [...networks.values()].filter(
        (network) => !isBuiltIn(network) && membersOfNetwork(containers.values(), network).length === 0,
      );
      if (unused.length === 0) return ui.showInformation('Every network is in use.');
      const names = unused.map(({ name }) => name);
      const sure = await ui.confirm({
        message: `Remove ${counted(unused.length, 'unused network')}?`,
        detail: paragraphs(quoted(names, 20), equivalent('docker network rm', ...names)),
        choices: [{ title: 'Remove', value: true }],
      });
      if (!sure) return;
      await ui.progress('Remove unused networks', () =>
        Promise.all(unused.map(({ id }) => engine.networks.remove(id))),
      );
    }),
});
