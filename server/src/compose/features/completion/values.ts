import { CompletionItemKind } from 'vscode-languageserver-types';
import { parseImageReference } from '../../../image/reference.ts';
import type { FeatureContext } from '../../../language.ts';
import { dockerfileOf } from '../../model/buildFile.ts';
import type { ComposeFile } from '../../model/file.ts';
import type { Section } from '../../model/references.ts';
import { wordsAt } from '../../schema/documentation.ts';
import { shapesAt } from '../../schema/schema.ts';
import { matches, type Path } from '../../syntax/path.ts';
import type { Cursor } from './cursor.ts';
import { type Proposal, values, written } from './items.ts';
import { namesOf } from './keys.ts';
import { pathProposals } from './paths.ts';
import { itemSnippets } from './snippets.ts';

/** Values at the cursor: words, names of what is defined, stages, images, paths and whole items. */
export async function valueProposals(file: ComposeFile, cursor: Cursor, context: FeatureContext): Promise<Proposal[]> {
  const path: Path = cursor.role === 'item' ? [...cursor.path, 0] : cursor.path;
  const found: Proposal[] = [...values(wordsAt(path), cursor)];
  const isBoolean = shapesAt(path).some(({ types }) => types[0] === 'boolean' || types.join() === 'boolean');
  if (isBoolean && cursor.role === 'value') found.push(...values([], cursor), ...booleans());
  found.push(...nameProposals(file, cursor, path));
  if (cursor.role === 'item') {
    for (const { pattern, ...snippet } of itemSnippets) {
      if (matches(cursor.path, pattern) && (!cursor.isFlow || !snippet.snippet?.includes('\n'))) found.push(snippet);
    }
  }
  if (matches(path, 'services.*.build.target')) found.push(...stageProposals(file, path));
  if (matches(path, 'services.*.image')) found.push(...(await imageProposals(cursor, context)));
  found.push(...(await pathProposals(file, cursor, path, context)));
  found.push(...aliasProposals(file, cursor));
  return found;
}

function booleans(): Proposal[] {
  return ['true', 'false'].map((label) => ({ label, kind: CompletionItemKind.Value }));
}

/** Where a value is, or begins with, a name that a section defines. */
const references: readonly (readonly [pattern: string, section: Section, prefix?: string])[] = [
  ['services.*.depends_on.[]', 'services'],
  ['services.*.links.[]', 'services'],
  ['services.*.volumes_from.[]', 'services'],
  ['services.*.extends', 'services'],
  ['services.*.extends.service', 'services'],
  ['services.*.network_mode', 'services', 'service:'],
  ['services.*.ipc', 'services', 'service:'],
  ['services.*.pid', 'services', 'service:'],
  ['services.*.build.additional_contexts.*', 'services', 'service:'],
  ['services.*.networks.[]', 'networks'],
  ['services.*.configs.[]', 'configs'],
  ['services.*.configs.[].source', 'configs'],
  ['services.*.credential_spec.config', 'configs'],
  ['services.*.secrets.[]', 'secrets'],
  ['services.*.secrets.[].source', 'secrets'],
  ['services.*.build.secrets.[]', 'secrets'],
  ['services.*.build.secrets.[].source', 'secrets'],
  ['services.*.models.[]', 'models'],
  ['services.*.volumes.[].source', 'volumes'],
];

function nameProposals(file: ComposeFile, cursor: Cursor, path: Path): Proposal[] {
  const found: Proposal[] = [];
  for (const [pattern, section, prefix = ''] of references) {
    if (!matches(path, pattern)) continue;
    for (const name of extendable(file, path, section)) {
      const label = prefix + name;
      found.push({ label, kind: CompletionItemKind.Reference, text: written(label, cursor), rank: 1 });
    }
  }
  if (matches(path, 'services.*.volumes.[]')) {
    for (const name of namesOf(file, 'volumes')) {
      found.push({
        label: name,
        kind: CompletionItemKind.Reference,
        text: `${name}:`,
        snippet: `${name}:\${1:/data}`,
        rank: 0,
      });
    }
  }
  return found;
}

/** Names a service can refer to: not itself, and for `extends` those of the file it names. */
function extendable(file: ComposeFile, path: Path, section: Section): string[] {
  const own = String(path[1]);
  const service = file.model.service(own);
  const other = path[2] === 'extends' ? service?.mapping('extends')?.scalar('file') : undefined;
  if (other) return [...(file.model.context.file(other.value)?.section('services').keys() ?? [])];
  return namesOf(file, section).filter((name) => section !== 'services' || name !== own);
}

function stageProposals({ model }: ComposeFile, path: Path): Proposal[] {
  const service = model.service(String(path[1]));
  const dockerfile = service && dockerfileOf(service);
  return (dockerfile?.stages ?? []).flatMap(({ stageName, from }) =>
    stageName
      ? [{ label: stageName.text, kind: CompletionItemKind.Class, detail: `FROM ${from.base?.text ?? ''}`, rank: 1 }]
      : [],
  );
}

async function imageProposals(cursor: Cursor, { host }: FeatureContext): Promise<Proposal[]> {
  const { prefix } = cursor;
  const { tag, path } = parseImageReference(prefix);
  if (tag || prefix.endsWith(':')) {
    const repository = prefix.slice(0, path.end);
    const tags = (await host.imageTags(repository)) ?? [];
    return tags.map((name, rank) => ({
      label: `${repository}:${name}`,
      kind: CompletionItemKind.Value,
      rank: Math.min(rank, 999),
    }));
  }
  const images = (await host.images()) ?? [];
  return images.flatMap(({ tags }) =>
    tags.map((name) => ({ label: name, kind: CompletionItemKind.Value, detail: 'on the engine', rank: 2 })),
  );
}

/** Aliases of the anchors above, once a `*` is typed. */
function aliasProposals({ tree }: ComposeFile, cursor: Cursor): Proposal[] {
  if (!cursor.prefix.startsWith('*')) return [];
  return tree.documents.flatMap(({ anchors }) =>
    anchors.flatMap(({ anchor, at }) =>
      anchor && at.start < cursor.replace.start
        ? [{ label: `*${anchor.name}`, kind: CompletionItemKind.Reference }]
        : [],
    ),
  );
}
