import { CompletionItemKind } from 'vscode-languageserver-types';
import { commonPlatforms } from '../../../image/platform.ts';
import { flagChoices, flagsOf } from '../../model/flagNames.ts';
import type { Instruction } from '../../model/instructions.ts';
import { type MountType, mountKey, mountKeys, mountTypes, sharingModes } from '../../model/mountKeys.ts';
import type { Flag } from '../../syntax/tree.ts';
import { flagFacts, flagFactsOf } from '../knowledge/flags.ts';
import { cacheTargets, secretTargets } from '../knowledge/mounts.ts';
import { completeImages, completeStages } from './images.ts';
import type { Items } from './items.ts';
import { completeContainerPaths, completeContextPaths, stagePaths } from './paths.ts';
import { completeUsers } from './users.ts';

/** Flags of an instruction that are not given yet. `typed` is the flag up to the cursor, dashes included. */
export function completeFlagNames(items: Items, keyword: string, typed: string, given: readonly Flag[]): void {
  const used = new Set(given.map(({ name }) => name));
  const kinds = flagsOf(keyword);
  for (const [name, facts] of Object.entries(flagFacts[keyword] ?? {})) {
    const kind = kinds[name];
    if (kind === undefined || (kind !== 'values' && used.has(name))) continue;
    const isBoolean = kind === 'boolean';
    items.add({
      label: `--${name}`,
      kind: CompletionItemKind.Field,
      from: items.offset - typed.length,
      insert: isBoolean ? `--${name}` : items.next === '=' ? `--${name}` : `--${name}=`,
      detail: facts.since === undefined ? undefined : `since Dockerfile ${facts.since}`,
      topic: { kind: 'flag', keyword, name },
      retrigger: !isBoolean,
      group: 3,
    });
  }
}

/** Values of a flag. `value` is what stands between the equals sign and the cursor. */
export async function completeFlagValue(
  items: Items,
  instruction: Instruction,
  keyword: string,
  name: string,
  value: string,
): Promise<void> {
  const from = items.offset - value.length;
  const { stage } = instruction;
  switch (name) {
    case 'mount':
      if (keyword === 'RUN') await completeMount(items, instruction, value);
      return;
    case 'from':
      completeStages(items, from, stage, { numbers: true, lowerCase: false });
      await completeImages(items, value, from, 1);
      return;
    case 'platform':
      for (const label of ['$BUILDPLATFORM', '$TARGETPLATFORM']) {
        items.add({
          label,
          kind: CompletionItemKind.Variable,
          from,
          topic: { kind: 'variable', name: label.slice(1) },
        });
      }
      for (const label of commonPlatforms) items.add({ label, kind: CompletionItemKind.Value, from, group: 1 });
      return;
    case 'chown':
      await completeUsers(items, instruction, value);
      return;
  }
  const choices = Object.hasOwn(flagChoices, name) ? flagChoices[name] : undefined;
  const facts = flagFactsOf(keyword, name);
  for (const label of choices ?? facts?.values ?? []) {
    items.add({
      label,
      kind: choices === undefined ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
      from,
      detail: label === facts?.default ? 'default' : undefined,
    });
  }
}

/** Whole mounts as people write them; completed further by key. */
const mountTemplates: readonly { readonly type: MountType; readonly snippet: string }[] = [
  { type: 'cache', snippet: 'type=cache,target=${1:/root/.cache}' },
  { type: 'bind', snippet: 'type=bind,source=${1:.},target=${2:/src}' },
  { type: 'secret', snippet: 'type=secret,id=${1:token}' },
  { type: 'ssh', snippet: 'type=ssh' },
  { type: 'tmpfs', snippet: 'type=tmpfs,target=${1:/tmp}' },
];

async function completeMount(items: Items, instruction: Instruction, value: string): Promise<void> {
  const options = value.replace(/^["']/, '').split(',');
  const typed = options.pop() ?? '';
  const given = options.map((option) => mountKey(option.split('=', 1)[0] ?? '')?.name);
  const type = options
    .findLast((option) => /^type=/i.test(option))
    ?.slice('type='.length)
    .toLowerCase();
  const equals = typed.indexOf('=');
  if (equals === -1) {
    if (options.length === 0) {
      for (const { type: label, snippet } of mountTemplates) {
        items.add({
          label: `type=${label},…`,
          kind: CompletionItemKind.Snippet,
          from: items.offset - typed.length,
          snippet,
          filter: snippet,
          topic: { kind: 'mountType', name: label },
        });
      }
    }
    completeMountKeys(items, typed, given, type);
    return;
  }
  const isFrom = (option: string) => /^from=./i.test(option);
  await completeMountValue(items, instruction, typed.slice(0, equals), typed.slice(equals + 1), {
    type: type ?? 'bind',
    isFromElsewhere: options.some(isFrom),
    from: options.find(isFrom)?.slice('from='.length),
  });
}

function completeMountKeys(
  items: Items,
  typed: string,
  given: readonly (string | undefined)[],
  type: string | undefined,
): void {
  const known = type ?? 'bind';
  for (const { name, aliases, types, value } of mountKeys) {
    if (given.includes(name) || !types.some((own) => own === known)) continue;
    // Another name of the option is offered only to who is typing it.
    for (const label of [name, ...aliases.filter((alias) => typed !== '' && alias.startsWith(typed.toLowerCase()))]) {
      items.add({
        label,
        kind: CompletionItemKind.Property,
        from: items.offset - typed.length,
        insert: value === 'switch' || items.next === '=' ? label : `${label}=`,
        topic: { kind: 'mountKey', name: label },
        retrigger: value !== 'switch',
        group: 1,
      });
    }
  }
}

interface MountSoFar {
  readonly type: string;
  readonly isFromElsewhere: boolean;
  readonly from: string | undefined;
}

async function completeMountValue(
  items: Items,
  instruction: Instruction,
  key: string,
  value: string,
  { type, isFromElsewhere, from: fromName }: MountSoFar,
): Promise<void> {
  const from = items.offset - value.length;
  const { model } = items.file;
  const addValues = (values: readonly string[], group = 0) => {
    for (const label of values) items.add({ label, kind: CompletionItemKind.Value, from, group });
  };
  switch (mountKey(key)?.value) {
    case 'type':
      for (const name of mountTypes) {
        items.add({ label: name, kind: CompletionItemKind.EnumMember, from, topic: { kind: 'mountType', name } });
      }
      return;
    case 'sharing':
      for (const name of sharingModes) {
        items.add({ label: name, kind: CompletionItemKind.EnumMember, from, topic: { kind: 'sharing', name } });
      }
      return;
    case 'switch':
      addValues(['true', 'false']);
      return;
    case 'from':
      completeStages(items, from, instruction.stage, { numbers: false, lowerCase: false });
      await completeImages(items, value, from, 1);
      return;
    case 'sourcePath':
      if (type === 'secret') addNames(items, from, 'secret');
      else if (isFromElsewhere) {
        const source = model.stageByName(fromName ?? '');
        if (source !== undefined) addValues(stagePaths(source));
      } else if (type === 'bind') await completeContextPaths(items, value, false);
      return;
    case 'containerPath':
      if (type === 'cache') {
        for (const { path, of } of cacheTargets) {
          items.add({ label: path, kind: CompletionItemKind.Folder, from, detail: of });
        }
      } else if (type === 'secret') addValues(secretTargets);
      else completeContainerPaths(items, value, instruction.stage);
      return;
    case 'id':
      if (type === 'ssh') addValues(['default']);
      addNames(items, from, type);
      return;
    case 'size':
      addValues(['64m', '128m', '256m', '512m', '1g']);
      return;
    case 'mode':
      addValues(type === 'cache' ? ['0755', '0777', '0700'] : ['0400', '0440', '0444', '0600']);
      return;
    case 'number':
      addValues(['0', '1000']);
      return;
  }
}

/** Ids of other mounts of the type. */
function addNames(items: Items, from: number, type: string): void {
  for (const run of items.file.model.runs) {
    for (const mount of run.mounts) {
      const id = mount.type === type ? mount.option('id')?.value : undefined;
      if (id === undefined || id.text === '' || id.at(0) === from) continue;
      items.add({ label: id.text, kind: CompletionItemKind.Value, from, detail: 'used in this file' });
    }
  }
}
