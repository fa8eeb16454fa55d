import type { ShellFacts } from './facts.ts';
import type { Ast } from './tree.ts';
import { forEachChild } from './tree.ts';

/** A file of a pipeline that one redirection opens and something else in it names too. */
export interface Clash {
  readonly redirected: Ast.Word;
  readonly others: readonly Ast.Word[];
}

/** Commands that do not open the files their arguments name. */
const harmless = new Set(['echo', 'printf', 'sponge']);

/** Files that a pipeline opens by a redirection and names elsewhere, which usually are emptied before they are read. */
export function clashesIn(facts: ShellFacts, pipeline: Ast.PipelineNode): readonly Clash[] {
  const members = pipeline.type === 'Pipeline' ? pipeline.commands : [pipeline];
  const redirects = members.filter((member) => !isSponge(facts, member)).flatMap(redirectsOf);
  if (redirects.length === 0) return [];
  const named = new Map<string, Ast.Word[]>();
  for (const member of members) collect(facts, member, named);
  const read = new Map<string, Ast.Word[]>();
  for (const { redirect, target } of redirects) {
    if (redirect.operator === '<' && !read.has(target.text)) read.set(target.text, [target]);
  }
  const clashes: Clash[] = [];
  const told = new Set<string>();
  for (const { redirect, target } of redirects) {
    const key = redirect.operator + target.text;
    if (told.has(key)) continue;
    told.add(key);
    const others = [
      ...(named.get(target.text) ?? []),
      ...(redirect.operator === '<' ? [] : (read.get(target.text) ?? [])),
    ];
    if (others.length > 0) clashes.push({ redirected: target, others });
  }
  return clashes;
}

/** Reads everything before it opens what it writes. */
function isSponge(facts: ShellFacts, node: Ast.CommandNode): boolean {
  return node.type === 'Command' && facts.commandAt(node)?.name === 'sponge';
}

interface FileRedirect {
  readonly redirect: Ast.Redirect;
  readonly target: Ast.Word;
}

function redirectsOf(node: Ast.CommandNode): FileRedirect[] {
  if (node.type !== 'Command' && node.type !== 'Redirected') return [];
  const found: FileRedirect[] = [];
  for (const redirect of node.redirects) {
    if (redirect.type !== 'Redirect' || redirect.target === undefined || !/^(?:<|>>?|&>>?)$/.test(redirect.operator))
      continue;
    if (!redirect.target.text.startsWith('/dev/')) found.push({ redirect, target: redirect.target });
  }
  return found;
}

/** Words by their text, but for those of commands that do not open them and the targets of redirections. */
function collect(facts: ShellFacts, node: Ast.SyntaxNode, named: Map<string, Ast.Word[]>): void {
  switch (node.type) {
    case 'Command': {
      const name = facts.commandAt(node)?.name;
      for (const part of node.prefix) if (part.type === 'Assignment') collect(facts, part, named);
      if (name !== undefined && harmless.has(name)) return;
      for (const word of node.args) collect(facts, word, named);
      return;
    }
    case 'Redirected':
      collect(facts, node.command, named);
      return;
    case 'Redirect':
    case 'HereDoc':
    case 'HereString':
    case 'CommandExpansion':
      return;
    case 'Word': {
      const list = named.get(node.text);
      if (list) list.push(node);
      else named.set(node.text, [node]);
      break;
    }
  }
  forEachChild(node, (child) => collect(facts, child, named));
}
