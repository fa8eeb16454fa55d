import {
  groupByRepository,
  type NamedImage,
  type Repository,
  shortId,
  splitTag,
  usersOfImage,
} from '../model/images.ts';
import { formatSize, formatTime } from '../model/measures.ts';
import type { Records } from '../model/store.ts';
import { escapeMarkdown, facts, joined, type Row, targetRow, type View } from './view.ts';

type Node =
  | { readonly kind: 'repository'; readonly repository: Repository }
  | { readonly kind: 'untagged'; readonly images: readonly NamedImage[] }
  | { readonly kind: 'image'; readonly named: NamedImage; readonly inRepository: boolean };

export const imagesView: View<Node> = {
  id: 'images',
  name: 'Images',
  whenEmpty: 'There are no images yet.\n\n[Build a Dockerfile](command:dockwright.build)',
  children(records, node) {
    if (!node) {
      const { repositories, untagged } = groupByRepository(records.images.values());
      const named = repositories.map((repository): Node => {
        const [first, ...more] = repository.images;
        if (first && more.length === 0) return { kind: 'image', named: first, inRepository: false };
        return { kind: 'repository', repository };
      });
      return untagged.length === 0 ? named : [...named, { kind: 'untagged', images: untagged }];
    }
    switch (node.kind) {
      case 'repository':
        return node.repository.images.map((named) => ({ kind: 'image', named, inRepository: true }));
      case 'untagged':
        return node.images.map((named) => ({ kind: 'image', named, inRepository: false }));
      case 'image':
        return [];
    }
  },
  row(records, node): Row {
    switch (node.kind) {
      case 'repository': {
        const { name, images } = node.repository;
        return {
          id: `repository/${name}`,
          label: name,
          description: `${images.length} tags`,
          icon: { name: 'library' },
          expandable: 'collapsed',
        };
      }
      case 'untagged': {
        const size = node.images.reduce((sum, { image }) => sum + image.size, 0);
        return {
          id: 'untagged',
          label: 'Untagged',
          description: joined(counted(node.images.length, 'image'), formatSize(size)),
          icon: { name: 'library' },
          expandable: 'collapsed',
        };
      }
      case 'image': {
        const { reference, tagged, image } = node.named;
        const users = usersOfImage(records.containers.values(), image).length;
        return {
          id: `image/${reference}`,
          label: !tagged ? shortId(reference) : node.inRepository ? splitTag(reference).tag : reference,
          description: joined(formatSize(image.size), users > 0 && 'in use'),
          icon: { name: 'package', ...(users > 0 && { color: 'charts.green' }) },
          ...targetRow('image', node.named),
        };
      }
    }
  },
  tooltip(records, node) {
    switch (node.kind) {
      case 'repository':
        return facts(node.repository.name, [['Tags', String(node.repository.images.length)]]);
      case 'untagged':
        return 'Images that no tag names, such as those that a later build replaced.';
      case 'image':
        return imageTooltip(records, node.named);
    }
  },
};

function imageTooltip(records: Records, { reference, tagged, image }: NamedImage): string {
  return facts(tagged ? reference : shortId(reference), [
    ['Size', formatSize(image.size)],
    ['Created', formatTime(image.created)],
    ['Also tagged', image.tags.filter((tag) => tag !== reference).map(escapeMarkdown)],
    ['Used by', usersOfImage(records.containers.values(), image).map((container) => escapeMarkdown(container.name))],
    ['Digest', image.digests[0]?.replace(/^.*@/, '')],
    ['Id', `\`${shortId(image.id)}\``],
  ]);
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
