import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ComposeFile } from '../../model/file.ts';
import type { Section } from '../../model/references.ts';
import { typesOf, wordsAt } from '../../schema/documentation.ts';
import { type Shape, shapesAt } from '../../schema/schema.ts';
import { matches } from '../../syntax/path.ts';
import type { Cursor } from './cursor.ts';
import { literal, type Proposal } from './items.ts';
import { keySnippets } from './snippets.ts';

/** Keys the mapping at the cursor may have and does not have yet, and names of what is defined where keys are names. */
export function keyProposals(file: ComposeFile, cursor: Cursor): Proposal[] {
  const { path, mapping } = cursor;
  const present = new Set(mapping?.effective.map(({ name }) => name));
  // The word at the cursor is itself a key of the mapping.
  present.delete(cursor.prefix);
  const found: Proposal[] = [];
  for (const shape of shapesAt(path)) {
    for (const [name, property] of shape.properties) {
      if (present.has(name) || found.some(({ label }) => label === name)) continue;
      found.push(keyProposal(name, property, shape.required.includes(name), cursor));
    }
  }
  found.push(...nameKeys(file, cursor).filter(({ label }) => !present.has(label)));
  if (!cursor.hasColon) {
    for (const { pattern, ...snippet } of keySnippets) {
      if (matches(path, pattern) && !present.has(snippet.label)) found.push(snippet);
    }
  }
  if (mapping && path.length > 0 && !present.has('<<')) found.push(...mergeKeys(file, cursor));
  return found;
}

function keyProposal(name: string, shape: Shape, isRequired: boolean, cursor: Cursor): Proposal {
  const path = [...cursor.path, name];
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: typesOf(shape.branches) + (isRequired ? ' (required)' : ''),
    documents: path,
    deprecated: shape.deprecated,
    rank: isRequired ? 0 : shape.deprecated ? 9 : 5,
    ...(cursor.hasColon ? { text: name } : insertion(name, shape, cursor, path)),
  };
}

function insertion(
  name: string,
  shape: Shape,
  { isFlow }: Cursor,
  path: readonly (string | number)[],
): Partial<Proposal> {
  const types = new Set(shape.branches.flatMap((branch) => branch.types));
  const takesScalar = [...types].some((type) => type !== 'object' && type !== 'array' && type !== 'null');
  if (isFlow) return { text: `${name}: ` };
  if (types.has('array') && !takesScalar) {
    const first = shape.branches.find((branch) => branch.types.includes('array'))?.items;
    const required = first?.branches.length === 1 ? first.required : [];
    return {
      text: `${name}:`,
      snippet: `${name}:\n  - ${required.length > 0 ? nested(required, '    ') : '$0'}`,
      continues: true,
    };
  }
  if (types.has('object') && !takesScalar) {
    const required = shape.branches.find((branch) => branch.types.includes('object'))?.required ?? [];
    return {
      text: `${name}:`,
      snippet: `${name}:\n  ${required.length > 0 ? nested(required, '  ') : '$0'}`,
      continues: true,
    };
  }
  const words = wordsAt(path);
  if (types.has('boolean') && !types.has('array')) return { text: `${name}: `, snippet: `${name}: \${1|true,false|}` };
  return { text: `${name}: `, snippet: `${name}: $0`, continues: words.length > 0 };
}

function nested(required: readonly string[], indent: string): string {
  return required.map((key, index) => `${key}: $${index + 1}`).join(`\n${indent}`);
}

/** Mappings whose keys are names that a section defines. */
const named: readonly (readonly [pattern: string, section: Section])[] = [
  ['services.*.depends_on', 'services'],
  ['services.*.networks', 'networks'],
  ['services.*.models', 'models'],
];

function nameKeys(file: ComposeFile, cursor: Cursor): Proposal[] {
  return named.flatMap(([pattern, section]) => {
    if (!matches(cursor.path, pattern)) return [];
    return namesOf(file, section)
      .filter((name) => !(section === 'services' && name === cursor.path[1]))
      .map((name) => ({
        label: name,
        kind: CompletionItemKind.Reference,
        ...(cursor.hasColon
          ? { text: name }
          : {
              text: `${name}:`,
              snippet:
                section === 'services'
                  ? `${literal(name)}:\n  condition: \${1|service_healthy,service_started,service_completed_successfully|}`
                  : `${literal(name)}:$0`,
            }),
      }));
  });
}

/** Names that a section defines in any file of the project. */
export function namesOf({ model }: ComposeFile, section: Section): string[] {
  const names = new Set(model.section(section).keys());
  for (const project of model.others) for (const name of project.section(section).keys()) names.add(name);
  return [...names].filter((name) => !name.includes('CURSORcursor'));
}

function mergeKeys(file: ComposeFile, cursor: Cursor): Proposal[] {
  if (cursor.hasColon || cursor.isFlow || (cursor.prefix !== '' && !'<<'.startsWith(cursor.prefix))) return [];
  return file.tree.documents.flatMap(({ anchors }) =>
    anchors.flatMap(({ anchor, kind, at }) => {
      if (!anchor || kind !== 'mapping' || at.end > cursor.replace.start) return [];
      return [{ label: `<<: *${anchor.name}`, kind: CompletionItemKind.Reference, detail: 'merge', rank: 6 }];
    }),
  );
}
