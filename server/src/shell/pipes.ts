import type { Span } from '../text/span.ts';
import type { Command } from './command.ts';
import type { Script } from './script.ts';
import type { ListItem } from './tree.ts';

/** The first pipe sign of a script. */
export function firstPipe(script: Script): Span | undefined {
  const command = script.commands.find(({ isPiped }) => isPiped);
  return command && (pipeIn(script, command.shape.item) ?? command.pipelineSpan);
}

/** Programs that fail only when their output cannot be written. */
const reliable = ['echo', 'printf', 'yes', 'true', ':'];

/** The first pipe behind something that may fail, unless the script itself sets pipefail before. */
export function riskyPipe(script: Script): Span | undefined {
  if (/^#![^\n]*pipefail/.test(script.text)) return undefined;
  const seen = new Set<ListItem>();
  for (const command of script.commands) {
    if (command.name === 'set' && command.hasAnyArgument('pipefail')) return undefined;
    const { item } = command.shape;
    if (!command.isPiped || item === undefined || seen.has(item)) continue;
    seen.add(item);
    if (mayFailBeforeLast(command)) return pipeIn(script, item) ?? command.pipelineSpan;
  }
  return undefined;
}

function mayFailBeforeLast({ shape }: Command): boolean {
  const { item } = shape;
  if (item?.node.type !== 'Pipeline') return false;
  const known = new Map(item.commands.map((member) => [member.node, member.name]));
  return item.node.commands.slice(0, -1).some((member) => {
    const name = member.type === 'Command' ? known.get(member) : undefined;
    return name === undefined || !reliable.includes(name);
  });
}

/** The sign between the first two members of a pipeline. */
function pipeIn(script: Script, item: ListItem | undefined): Span | undefined {
  if (item?.node.type !== 'Pipeline' || item.frame !== undefined) return undefined;
  const [left, right] = item.node.commands;
  const at = left === undefined || right === undefined ? -1 : script.text.indexOf('|', left.end);
  return at === -1 ? undefined : script.span(at, at + 1);
}
