import type { InlayHint } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { ComposeFile } from '../model/file.ts';
import type { Service } from '../model/service.ts';
import { asText, type Entry, isNull, type Mapping, mergeSources } from '../syntax/tree.ts';

/** Most names that a hint lists. */
const maximumNames = 5;
const maximumLength = 40;

/** What merge keys and `extends` bring in, and the inherited value beside one that replaces it. */
export function inlayHints(file: ComposeFile, within: Span, { settings }: FeatureContext): readonly InlayHint[] {
  if (!settings.inlayHints.inherited) return [];
  const found: InlayHint[] = [];
  const add = (offset: number, label: string, tooltip: string): void => {
    found.push({ position: file.lines.position(offset), label, tooltip, paddingLeft: true });
  };
  for (const service of file.model.services) {
    for (const entry of service.entries) {
      if (entry.value.kind !== 'mapping' || !overlaps(entry.at, within)) continue;
      for (const { at, names } of merged(entry.value)) {
        if (names.length > 0) add(at.end, listed(names), `Merged in: ${names.join(', ')}`);
      }
      inherited(service, entry.value, add);
    }
  }
  return found.filter(({ position }) => {
    const offset = file.lines.offset(position);
    return within.start <= offset && offset <= within.end;
  });
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, maximumNames).join(', ');
  return names.length > maximumNames ? `${shown}, …` : shown;
}

/** The merge keys in a mapping and below it, with the names that each adds. */
function merged(mapping: Mapping): { at: Span; names: string[] }[] {
  const found: { at: Span; names: string[] }[] = [];
  for (const entry of mapping.entries) {
    if (entry.name === '<<') {
      const names = new Set(mergeSources(entry.value).flatMap((source) => source.effective.map(({ name }) => name)));
      for (const { name } of mapping.entries) names.delete(name);
      if (entry.value.kind !== 'mapping') found.push({ at: entry.value.at, names: [...names] });
    } else if (entry.value.kind === 'mapping') {
      found.push(...merged(entry.value));
    }
  }
  return found;
}

function inherited(
  service: Service,
  own: Mapping,
  add: (offset: number, label: string, tooltip: string) => void,
): void {
  const { parent } = service;
  const extending = own.get('extends');
  if (!parent || !extending) return;
  const layers = parent.layers;
  const find = (key: string): Entry | undefined =>
    layers.map((layer) => layer.get(key)).find((entry) => entry !== undefined);
  const names = new Set(layers.flatMap((layer) => layer.effective.map(({ name }) => name)));
  names.delete('extends');
  for (const entry of own.entries) {
    const inheritedValue = asText(find(entry.name)?.value);
    const value = asText(entry.value);
    names.delete(entry.name);
    if (!value || !inheritedValue || entry.name === 'extends' || value.value === inheritedValue.value) continue;
    if (isNull(entry.value) || inheritedValue.value.includes('\n')) continue;
    const shown = inheritedValue.value.slice(0, maximumLength);
    add(
      value.at.end,
      `instead of ${shown}`,
      `The service '${parent.name}' has '${entry.name}: ${inheritedValue.value}'.`,
    );
  }
  const { value } = extending;
  const name = value.kind === 'mapping' ? value.get('service')?.value : value;
  if (name?.kind === 'scalar' && names.size > 0) {
    add(name.at.end, listed([...names]), `Inherited from '${parent.name}': ${[...names].join(', ')}`);
  }
}
