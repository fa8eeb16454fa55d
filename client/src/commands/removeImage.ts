import type { NamedImage } from '../model/images.ts';
import { shortId, usersOfImage } from '../model/images.ts';
import { formatSize } from '../model/measures.ts';
import { command } from './command.ts';
import { equivalent, named, paragraphs, quoted } from './wording.ts';

export const removeImage = command({
  id: 'images.remove',
  title: 'Remove…',
  icon: 'trash',
  on: 'image',
  group: '9_remove',
  key: { key: 'delete', mac: 'cmd+backspace' },
  confirm(images, { containers }) {
    const names = images.map(nameOf);
    const going = new Set(images.map(({ reference }) => reference));
    const isLast = ({ image }: NamedImage) => image.tags.every((tag) => going.has(tag)) || going.has(image.id);
    const lost = [...new Set(images.filter(isLast).map(({ image }) => image))];
    const users = lost.flatMap((image) => usersOfImage(containers.values(), image).map(({ name }) => name));
    const untagged = images.filter((image) => !isLast(image));
    return {
      message: `Remove ${named('image', names)}?`,
      detail: paragraphs(
        names.length > 1 && quoted(names),
        untagged.length > 0 && `Only the name goes, the image keeps others: ${quoted(untagged.map(nameOf))}.`,
        lost.length > 0 &&
          `Layers that no other image shares will be deleted: up to ${formatSize(lost.reduce((sum, { size }) => sum + size, 0))}. What no registry and no Dockerfile brings back is lost.`,
        users.length > 0 &&
          `The engine refuses, because containers are made from it: ${quoted(users)}. By force the name goes at once, and the layers with the last of these containers.`,
        equivalent(users.length > 0 ? 'docker rmi --force' : 'docker rmi', ...names),
      ),
      choices: [
        users.length > 0
          ? { title: 'Remove by Force', value: { force: true } }
          : { title: 'Remove', value: { force: false } },
      ],
    };
  },
  run: ({ engine, each }, images, { force }) =>
    each(images, ({ reference }) => engine.images.remove(reference, { force })),
});

function nameOf({ reference, tagged }: NamedImage): string {
  return tagged ? reference : shortId(reference);
}
