import { type MarkupContent, MarkupKind } from 'vscode-languageserver-types';
import { type MountType, mountKey, mountTypes } from '../model/mountKeys.ts';
import { buildCheckPage, buildChecks, directiveFacts } from './knowledge/directives.ts';
import { flagFactsOf } from './knowledge/flags.ts';
import { instructionFacts, referencePage } from './knowledge/instructions.ts';
import { mountKeyDocumentation, mountTypeDocumentation, sharingDocumentation } from './knowledge/mounts.ts';
import { platformArgumentDocumentation, specialArgumentDocumentation } from './knowledge/variables.ts';

/** Something that is documented, as `data` of a completion item carries it to `completionItem/resolve`. */
export type Topic =
  | { readonly kind: 'instruction'; readonly keyword: string }
  | { readonly kind: 'flag'; readonly keyword: string; readonly name: string }
  | { readonly kind: 'mountType'; readonly name: string }
  | { readonly kind: 'mountKey'; readonly name: string }
  | { readonly kind: 'sharing'; readonly name: string }
  | { readonly kind: 'directive'; readonly name: string }
  | { readonly kind: 'buildCheck'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string };

export function markdown(value: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value };
}

/** Markdown on a topic; `undefined` when nothing is known of it. */
export function documentationOf(topic: Topic): string | undefined {
  switch (topic.kind) {
    case 'instruction':
      return instructionDocumentation(topic.keyword);
    case 'flag':
      return flagDocumentation(topic.keyword, topic.name);
    case 'mountType': {
      const type = mountTypes.find((known) => known === topic.name.toLowerCase());
      return type && mountTypeText(type);
    }
    case 'mountKey':
      return mountKeyText(topic.name);
    case 'sharing':
      return own(sharingDocumentation, topic.name.toLowerCase());
    case 'directive':
      return own(directiveFacts, topic.name)?.documentation;
    case 'buildCheck': {
      const text = own(buildChecks, topic.name);
      return text && `**${topic.name}**: ${text}\n\n[Documentation](${buildCheckPage(topic.name)})`;
    }
    case 'variable':
      return variableDocumentation(topic.name);
  }
}

/** What the builder gives a variable of this name for; `undefined` for names it does not know. */
export function variableDocumentation(name: string): string | undefined {
  return own(platformArgumentDocumentation, name) ?? own(specialArgumentDocumentation, name.toUpperCase());
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function instructionDocumentation(keyword: string): string | undefined {
  const facts = own(instructionFacts, keyword);
  if (facts === undefined) return undefined;
  const { summary, details, forms, versions } = facts;
  return [
    summary,
    `\`\`\`dockerfile\n${forms.map(({ label }) => label).join('\n')}\n\`\`\``,
    details,
    versions && `_Dockerfile version:_ ${versions}`,
    `[Reference](${referencePage(keyword)})`,
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function flagDocumentation(keyword: string, name: string): string | undefined {
  const facts = flagFactsOf(keyword, name);
  if (facts === undefined) return undefined;
  const notes = [
    facts.default !== undefined && `Default: \`${facts.default}\``,
    facts.since !== undefined && `Since Dockerfile ${facts.since}`,
  ].filter((note) => note !== false);
  return [`**--${name}**`, facts.documentation, notes.length > 0 && `_${notes.join(' · ')}_`]
    .filter((part) => part !== false)
    .join('\n\n');
}

function mountTypeText(type: MountType): string {
  return `**type=${type}**\n\n${mountTypeDocumentation[type]}`;
}

function mountKeyText(name: string): string | undefined {
  const key = mountKey(name);
  const text = key && own(mountKeyDocumentation, key.name);
  if (key === undefined || text === undefined) return undefined;
  const others = [key.name, ...key.aliases].filter((alias) => alias !== name.toLowerCase());
  const types = key.types.length === mountTypes.length ? 'all types' : key.types.join(', ');
  return `**${name}**${others.length > 0 ? ` (${others.join(', ')})` : ''} · ${types}\n\n${text}`;
}
