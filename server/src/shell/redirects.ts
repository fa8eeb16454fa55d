import type { ShellFacts } from './facts.ts';
import type { Ast, Frame } from './tree.ts';

export interface RedirectsOfCommand {
  readonly command: Ast.Command | Ast.Redirected;
  readonly redirects: readonly Ast.Redirection[];
  readonly frame: Frame;
}

/** The commands with redirections, and these. */
export function redirectsOf(facts: ShellFacts): readonly RedirectsOfCommand[] {
  const found = new Map<Ast.Command | Ast.Redirected, RedirectsOfCommand>();
  for (const type of ['Redirect', 'HereDoc', 'HereString'] as const) {
    for (const { parent, frame } of facts.all(type)) {
      const command = parent?.node;
      if (command?.type !== 'Command' && command?.type !== 'Redirected') continue;
      if (!found.has(command)) found.set(command, { command, redirects: command.redirects, frame });
    }
  }
  return [...found.values()];
}

/** The streams that a redirection to or from a file sets. */
export function streamOf({ operator, descriptor }: Ast.Redirection): readonly number[] {
  if (descriptor?.type === 'FileDescriptorVariable') return [];
  if (descriptor !== undefined) return [descriptor.value];
  if (operator.startsWith('&')) return [1, 2];
  return operator.startsWith('<') ? [0] : [1];
}
