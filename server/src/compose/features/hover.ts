import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { imagePage } from '../../image/page.ts';
import { parseImageReference } from '../../image/reference.ts';
import type { FeatureContext } from '../../language.ts';
import type { Span } from '../../text/span.ts';
import type { ComposeFile } from '../model/file.ts';
import { interpolate, type Operator } from '../model/interpolation.ts';
import { type PortMapping, type PortRange, parsePort } from '../model/ports.ts';
import { singular } from '../model/references.ts';
import { parseMount } from '../model/volumes.ts';
import { documentationOf } from '../schema/documentation.ts';
import { matches, type Path, pathOf } from '../syntax/path.ts';
import { placeAt } from '../syntax/position.ts';
import type { Scalar } from '../syntax/tree.ts';
import { type Named, namedAt } from './names.ts';
import { rangeOf } from './ranges.ts';
import { environmentOf, type FoundVariable, variableAt } from './variables.ts';
import { yamlBlock } from './yamlBlock.ts';

/**
 * What a place means: variables with their values, names with the YAML they stand for, ports, mounts and images in
 * words, keys with their documentation.
 */
export async function hover(file: ComposeFile, offset: number, context: FeatureContext): Promise<Hover | undefined> {
  const variable = variableAt(file, offset);
  if (variable) return answer(file, variable.at, aboutVariable(file, variable));
  const named = namedAt(file, offset);
  const aboutName = named && aboutNamed(file, named);
  if (named && aboutName) return answer(file, named.span, aboutName);
  const place = placeAt(file.tree, offset);
  if (place?.node.kind !== 'scalar') return undefined;
  const path = pathOf(place.node);
  if (place.isKey) {
    const documentation = documentationOf(path);
    return documentation === undefined ? undefined : answer(file, place.node.at, documentation);
  }
  const value = await aboutValue(file, place.node, path, context);
  return value === undefined ? undefined : answer(file, place.node.at, value);
}

function answer(file: ComposeFile, at: Span, value: string): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(file, at) };
}

const meanings: Readonly<Record<Operator, (text: string) => string>> = {
  '': () => 'Empty when it is not set.',
  ':-': (text) => `\`${text}\` when it is not set or empty.`,
  '-': (text) => `\`${text}\` when it is not set.`,
  ':+': (text) => `\`${text}\` when it is set and not empty, otherwise empty.`,
  '+': (text) => `\`${text}\` when it is set, otherwise empty.`,
  ':?': (text) => `Compose stops when it is not set or empty${text === '' ? '.' : `: \`${text}\``}`,
  '?': (text) => `Compose stops when it is not set${text === '' ? '.' : `: \`${text}\``}`,
};

function aboutVariable(file: ComposeFile, { name, scalar, variable }: FoundVariable): string {
  const lookup = environmentOf(file);
  const value = lookup(name);
  const text = scalar.value.slice(variable.textStart, variable.textEnd);
  const parts = [`Variable \`${name}\` of the environment that Compose runs in.`];
  if (value !== undefined) {
    const origin = name === 'COMPOSE_PROJECT_NAME' ? 'The name of the project' : 'Set in `.env`';
    parts.push(`${origin}: \`${value}\``);
  }
  parts.push(meanings[variable.operator](text || ' '));
  const whole = interpolate(scalar.value, lookup);
  if (whole !== undefined && whole.length <= 200 && !whole.includes('\n') && whole !== value) {
    parts.push(`The value becomes \`${whole || ' '}\`.`);
  }
  return parts.join('\n\n');
}

function aboutNamed(file: ComposeFile, named: Named): string | undefined {
  if (named.kind === 'anchor') {
    const { node } = named.anchored;
    const holder = node.parent?.kind === 'entry' && node.kind !== 'scalar' ? node.parent : node;
    return `Anchor \`${named.name}\`\n\n${yamlBlock(file.text, holder.at)}`;
  }
  // At its definition the YAML stands right there.
  if (!named.reference) return undefined;
  const { section, name, reference } = named;
  const start = reference.file === undefined ? file.model : file.model.context.file(reference.file);
  const found = start?.find(section, name);
  if (!found) return undefined;
  const blocks = found.definition.entries.map((entry) => yamlBlock(found.project.text, entry.at));
  const elsewhere =
    found.project === file.model ? '' : ` in \`${decodeURIComponent(found.project.uri.split('/').at(-1) ?? '')}\``;
  return [`${capitalized(singular[section])} \`${name}\`${elsewhere}`, ...blocks].join('\n\n');
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

async function aboutValue(
  file: ComposeFile,
  scalar: Scalar,
  path: Path,
  context: FeatureContext,
): Promise<string | undefined> {
  if (matches(path, 'services.*.ports.[]')) return aboutPort(file, scalar);
  if (matches(path, 'services.*.volumes.[]')) return aboutMount(scalar);
  if (matches(path, 'services.*.image')) return aboutImage(file, scalar, context);
  return undefined;
}

function aboutPort(file: ComposeFile, scalar: Scalar): string | undefined {
  const port = parsePort(interpolate(scalar.value, environmentOf(file)) ?? scalar.value);
  if ('message' in port) return undefined;
  const { target, protocol, published } = port as PortMapping;
  const container = `${words(target)} (${protocol}) of the container`;
  const address = port.hostAddress === undefined ? 'all addresses of the host' : `\`${port.hostAddress}\` of the host`;
  if (!published) return `Publishes ${container} on a free port on ${address}.`;
  return `Publishes ${container} as ${words(published)} on ${address}.`;
}

function words({ from, to }: PortRange): string {
  return from === to ? `port \`${from}\`` : `ports \`${from}–${to}\``;
}

function aboutMount(scalar: Scalar): string | undefined {
  const mount = parseMount(scalar.value);
  if ('message' in mount) return undefined;
  const target = `\`${mount.target.text}\` of the container`;
  const options = mount.options.map(({ text }) => text);
  const suffix = options.includes('ro') ? ', read-only' : '';
  switch (mount.type) {
    case 'bind':
      return `Mounts \`${mount.source?.text ?? ''}\` of the host at ${target}${suffix}.`;
    case 'volume':
      return `Mounts the volume \`${mount.source?.text ?? ''}\` at ${target}${suffix}.`;
    case 'anonymous':
      return `Mounts a new anonymous volume at ${target}${suffix}.`;
    default:
      return undefined;
  }
}

async function aboutImage(file: ComposeFile, scalar: Scalar, { host }: FeatureContext): Promise<string | undefined> {
  const name = interpolate(scalar.value, environmentOf(file)) ?? scalar.value;
  const reference = parseImageReference(name);
  if (reference.error) return undefined;
  const parts = [`Image \`${reference.canonical}\``];
  const images = await host.images();
  const local = images?.find(({ tags }) =>
    tags.some((tag) => parseImageReference(tag).canonical === reference.canonical),
  );
  if (local) {
    const created = new Date(local.created * 1000).toISOString().slice(0, 10);
    parts.push(`On the engine: ${(local.size / 1e6).toFixed(1)} MB, created ${created}, \`${local.id.slice(7, 19)}\``);
  } else if (images) {
    parts.push('Not on the engine.');
  }
  const page = imagePage(reference);
  if (page) parts.push(`[Page of the image](${page})`);
  return parts.join('\n\n');
}
