import { type Span, touches } from '../../text/span.ts';
import type { ComposeFile } from '../model/file.ts';
import type { Project } from '../model/project.ts';
import { type Reference, type Section, sections } from '../model/references.ts';
import type { Alias, Mapping, Scalar, Sequence } from '../syntax/tree.ts';
import type { YamlDocument } from '../syntax/yaml.ts';

/** A name at a place of a file: where it is defined or where it is used. */
export type Named =
  | {
      readonly kind: 'resource';
      readonly section: Section;
      readonly name: string;
      readonly span: Span;
      /** Undefined at the place of the definition. */
      readonly reference: Reference | undefined;
    }
  | { readonly kind: 'anchor'; readonly name: string; readonly span: Span; readonly anchored: Anchored };

/** An anchor with the aliases that mean it. */
export interface Anchored {
  readonly node: Scalar | Mapping | Sequence;
  readonly aliases: readonly Alias[];
}

/** A place of a name. */
export interface Occurrence {
  readonly span: Span;
  readonly isDefinition: boolean;
}

/** What is named at an offset. */
export function namedAt(file: ComposeFile, offset: number): Named | undefined {
  return anchorAt(file, offset) ?? resourceAt(file.model, offset);
}

function resourceAt(model: Project, offset: number): Named | undefined {
  for (const reference of model.references) {
    if (touches(reference.at, offset)) {
      const { section, name, at } = reference;
      return { kind: 'resource', section, name, span: at, reference };
    }
  }
  for (const section of sections) {
    for (const { name, entries } of model.section(section).values()) {
      for (const { key } of entries) {
        if (key.kind !== 'scalar' || !touches(key.at, offset)) continue;
        return { kind: 'resource', section, name, span: contentSpan(key, model.text), reference: undefined };
      }
    }
  }
  return undefined;
}

/** The scalar without its quotes. */
export function contentSpan(scalar: Scalar, text: string): Span {
  return scalar.isQuoted ? scalar.spanOf(text, 0, scalar.value.length) : scalar.at;
}

function anchorAt({ tree }: ComposeFile, offset: number): Named | undefined {
  for (const document of tree.documents) {
    for (const node of document.anchors) {
      const { anchor } = node;
      if (!anchor || !touches(anchor.at, offset)) continue;
      const span = { start: anchor.at.start + 1, end: anchor.at.end };
      return { kind: 'anchor', name: anchor.name, span, anchored: anchored(document, node) };
    }
    for (const { at, name, target } of document.aliases) {
      if (!target || !touches(at, offset)) continue;
      const span = { start: at.start + 1, end: at.end };
      return { kind: 'anchor', name, span, anchored: anchored(document, target) };
    }
  }
  return undefined;
}

function anchored({ aliases }: YamlDocument, node: Anchored['node']): Anchored {
  return { node, aliases: aliases.filter(({ target }) => target === node) };
}

/** Every place of a name in the file it was found in, in the order of the text. */
export function occurrencesOf(file: ComposeFile, named: Named): Occurrence[] {
  const found: Occurrence[] = [];
  if (named.kind === 'anchor') {
    const { node, aliases } = named.anchored;
    if (node.anchor)
      found.push({ span: { start: node.anchor.at.start + 1, end: node.anchor.at.end }, isDefinition: true });
    for (const { at } of aliases) found.push({ span: { start: at.start + 1, end: at.end }, isDefinition: false });
  } else if (named.reference?.file === undefined) {
    found.push(...placesIn(file.model, named.section, named.name));
  } else {
    // Other services may extend the same service of that file.
    const { file: other } = named.reference;
    for (const reference of file.model.references) {
      if (reference.file === other && reference.name === named.name)
        found.push({ span: reference.at, isDefinition: false });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The places of a service, network, volume, config, secret or model in one file of a project. */
export function placesIn(model: Project, section: Section, name: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (const { key } of model.section(section).get(name)?.entries ?? []) {
    if (key.kind === 'scalar') found.push({ span: contentSpan(key, model.text), isDefinition: true });
  }
  for (const { at } of model.referencesTo(section, name)) found.push({ span: at, isDefinition: false });
  return found;
}
