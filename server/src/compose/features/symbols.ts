import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { ComposeFile } from '../model/file.ts';
import { asMapping, asText, type Entry, type Mapping } from '../syntax/tree.ts';
import { rangeOf } from './ranges.ts';

const kinds: Readonly<Record<string, SymbolKind>> = {
  services: SymbolKind.Class,
  networks: SymbolKind.Interface,
  volumes: SymbolKind.File,
  configs: SymbolKind.Variable,
  secrets: SymbolKind.Key,
  models: SymbolKind.Module,
};

/** Sections, what they define, and the attributes of that. */
export function symbols(file: ComposeFile): readonly DocumentSymbol[] {
  return file.tree.documents.flatMap(({ root }) => {
    const mapping = root?.kind === 'mapping' ? root : undefined;
    return mapping ? entrySymbols(file, mapping, () => SymbolKind.Namespace, 0, '') : [];
  });
}

function entrySymbols(
  file: ComposeFile,
  mapping: Mapping,
  kindOf: (entry: Entry) => SymbolKind,
  depth: number,
  section: string,
): DocumentSymbol[] {
  const found: DocumentSymbol[] = [];
  for (const entry of mapping.entries) {
    if (entry.key.kind !== 'scalar' || entry.name.trim() === '') continue;
    const below = entry.value.kind === 'mapping' && depth < 2 ? entry.value : undefined;
    const name = depth === 0 ? entry.name : section;
    const kind = depth === 0 ? (kinds[name] ?? SymbolKind.Property) : SymbolKind.Property;
    const detail = detailOf(entry, depth, section);
    const children = below && entrySymbols(file, below, () => kind, depth + 1, name);
    found.push({
      name: entry.name,
      kind: depth === 0 && entry.value.kind === 'scalar' ? SymbolKind.Property : kindOf(entry),
      range: rangeOf(file, entry.at),
      selectionRange: rangeOf(file, entry.key.at),
      ...(detail !== undefined && { detail }),
      ...(children && children.length > 0 && { children }),
    });
  }
  return found;
}

/** A service shows what it runs, an attribute its value. */
function detailOf(entry: Entry, depth: number, section: string): string | undefined {
  const service = depth === 1 && section === 'services' ? asMapping(entry.value) : undefined;
  const text = service ? service.scalar('image') : asText(entry.value);
  if (service && !text) return service.get('build') ? 'build' : undefined;
  return text && text.value.length <= 80 && !text.value.includes('\n') ? text.value : undefined;
}
