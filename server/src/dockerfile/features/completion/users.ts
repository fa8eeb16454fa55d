import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Instruction } from '../../model/instructions.ts';
import { localImage } from '../images.ts';
import { knownUsers } from '../knowledge/values.ts';
import type { Items } from './items.ts';

const creators: ReadonlySet<string> = new Set(['useradd', 'adduser']);
const groupCreators: ReadonlySet<string> = new Set(['groupadd', 'addgroup']);

/** Users that the file makes or names, that the base image brings, and common ones; behind a colon, groups. */
export async function completeUsers(items: Items, { stage }: Instruction, typed: string): Promise<void> {
  const { file, offset, context } = items;
  const colon = typed.indexOf(':');
  const from = offset - (typed.length - colon - 1);
  const add = (label: string, detail: string | undefined, group: number) => {
    // What is being typed is not a proposal for itself.
    if (label !== '' && label !== typed) items.add({ label, kind: CompletionItemKind.Value, from, detail, group });
  };
  for (const run of file.model.runs) {
    if (!run.script.ok) continue;
    for (const command of run.script.commands) {
      const isWanted =
        colon === -1 ? creators.has(command.name) : groupCreators.has(command.name) || creators.has(command.name);
      const name = isWanted ? command.plainArguments().at(-1) : undefined;
      if (name?.isLiteral === true && /^[a-z_][a-z0-9_-]*$/i.test(name.text)) add(name.text, 'made in this file', 0);
    }
  }
  for (const user of file.model.all('USER')) {
    const [name = '', group = ''] = user.value.text.split(':');
    if (user.value.text === typed) continue;
    if (colon !== -1) add(group, 'used in this file', 1);
    else if (user.stage === stage || !name.includes('$')) add(user.value.text, 'used in this file', 1);
  }
  if (colon !== -1) {
    for (const label of ['root', '0', 'nogroup']) add(label, undefined, 3);
    return;
  }
  const image = stage?.root.image;
  if (image !== undefined) {
    const local = await localImage(image, context.host);
    if (local !== undefined && local !== 'unknown' && local.user) add(local.user, `user of ${image.familiarName}`, 1);
  }
  for (const { user, image: word, of } of knownUsers) {
    const isLikely = word !== '' && image?.canonicalName.includes(word) === true;
    if (word === '' || isLikely) add(user, of, isLikely ? 1 : 2);
  }
}
