import { type SchemaType, type Shape, shapeOfKey, shapesAt } from './schema.ts';
import { closedValues, usualValues } from './values.ts';

const base = 'https://docs.docker.com/reference/compose-file/';

/** Address of the reference for the key at a path. */
export function referencePage(path: readonly (string | number)[]): string | undefined {
  const names = path.filter((step) => typeof step === 'string');
  const [section, , attribute, below] = names;
  if (section === undefined) return undefined;
  if (section.startsWith('x-')) return `${base}extension/`;
  if (section === 'name' || section === 'version') return `${base}version-and-name/`;
  const pages = ['services', 'networks', 'volumes', 'configs', 'secrets', 'models', 'include'];
  if (!pages.includes(section)) return undefined;
  if (section === 'include' || attribute === undefined) return `${base}${section}/`;
  const own = section === 'services' && ['build', 'deploy', 'develop'].includes(attribute);
  if (own) return below === undefined ? `${base}${attribute}/` : `${base}${attribute}/#${below}`;
  return `${base}${section}/#${attribute}`;
}

const typeNames: Readonly<Record<SchemaType, string>> = {
  object: 'mapping',
  array: 'list',
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  null: 'nothing',
};

/** Types a value may have, for people: `list or mapping`. */
export function typesOf(branches: readonly Shape[]): string {
  const types = new Set(branches.flatMap((shape) => shape.types.map((type) => typeNames[type])));
  if (types.size > 1) types.delete('nothing');
  return [...types].join(' or ');
}

/** Words the value at a path may be, closed sets first; none where it is free. */
export function wordsAt(path: readonly (string | number)[]): readonly string[] {
  const words = shapesAt(path).flatMap((shape) => shape.values ?? []);
  for (const { path: pattern, words: more } of [...closedValues, ...usualValues]) {
    if (fits(path, pattern)) words.push(...more);
  }
  return [...new Set(words)];
}

function fits(path: readonly (string | number)[], pattern: readonly string[]): boolean {
  if (path.length !== pattern.length) return false;
  return pattern.every((wanted, index) => {
    const step = path[index];
    return typeof step === 'number' ? wanted === '[]' : wanted === '*' || wanted === step;
  });
}

/** Markdown about the key at a path; `undefined` for keys the specification does not know. */
export function documentationOf(path: readonly (string | number)[]): string | undefined {
  const shape = shapeOfKey(path);
  if (!shape) return undefined;
  const description = shape.description ?? shape.branches.find((branch) => branch.description)?.description;
  const parts: string[] = [];
  if (shape.deprecated) parts.push('**Deprecated.**');
  if (description) parts.push(/[.!?]$/.test(description) ? description : `${description}.`);
  const words = wordsAt(path);
  const types = typesOf(shape.branches);
  if (words.length > 0) parts.push(`Values: ${words.map((word) => `\`${word}\``).join(', ')}`);
  else if (types !== '') parts.push(`Type: ${types}`);
  const page = referencePage(path);
  if (page) parts.push(`[Compose file reference](${page})`);
  return parts.length > 0 ? parts.join('\n\n') : undefined;
}
