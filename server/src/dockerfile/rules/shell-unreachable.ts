import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellUnreachable = shellRule({
  id: 'shell-unreachable',
  summary: 'Nothing stands behind a command that ends the script.',
  why: 'What follows exit or return never runs.',
  severity: 'info',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2317'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN make; exit; «make install»\n',
      good: 'FROM debian:12\nRUN make; make install\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.named('exit', 'return').length === 0) return;
    const ending = new Ending(facts);
    for (const { node, frame } of facts.lists) {
      const last = node.commands.findIndex(({ command, background }) => !background && ending.ends(command));
      if (last === -1) continue;
      for (const statement of node.commands.slice(last + 1)) {
        report({ at: placeOf({ node: statement.command, frame }), message });
      }
    }
    for (const { node, frame } of [...facts.all('If'), ...facts.all('While')]) {
      if (!ending.list(node.clause)) continue;
      const [statement] = (node.type === 'If' ? node.then : node.body).commands;
      if (statement !== undefined) report({ at: placeOf({ node: statement, frame }), message });
    }
    for (const { node, frame } of facts.all('AndOr')) {
      const last = node.commands.findIndex((command) => ending.ends(command));
      if (last !== 0) continue;
      for (const command of node.commands.slice(1)) report({ at: placeOf({ node: command, frame }), message });
    }
  },
});

const message = 'This never runs: the command before it ends the script or function.';

/** Which parts of a script are always its end. */
class Ending {
  private readonly facts: ShellFacts;
  private readonly known = new Map<Ast.SyntaxNode, boolean>();
  private readonly exiting = new Map<Ast.Function, boolean>();
  private readonly functions = new Map<string, Ast.Function>();

  constructor(facts: ShellFacts) {
    this.facts = facts;
    for (const { node } of facts.all('Function')) this.functions.set(node.name.value, node);
  }

  ends(node: Ast.PipelineNode | Ast.AndOr): boolean {
    let answer = this.known.get(node);
    if (answer === undefined) {
      // A function that calls itself does not end by that.
      this.known.set(node, false);
      answer = this.look(node);
      this.known.set(node, answer);
    }
    return answer;
  }

  private look(node: Ast.PipelineNode | Ast.AndOr): boolean {
    switch (node.type) {
      case 'Command':
        return this.command(node);
      case 'Pipeline':
        return node.commands.length === 1 && node.commands[0] !== undefined && this.ends(node.commands[0]);
      case 'AndOr':
        return node.commands[0] !== undefined && this.ends(node.commands[0]);
      case 'Redirected':
        return this.ends(node.command);
      case 'BraceGroup':
        return this.list(node.body);
      case 'If': {
        if (this.list(node.clause)) return true;
        const branches = [node.then, ...node.elif.map((branch) => branch.then)];
        return node.else !== undefined && [...branches, node.else].every((branch) => this.list(branch));
      }
      case 'Case':
        return (
          node.items.some(({ pattern }) => pattern.some((word) => word.text === '*')) &&
          node.items.every((item) => this.list(item.body))
        );
      default:
        return false;
    }
  }

  list({ commands }: Ast.CompoundList): boolean {
    return commands.some(({ command, background }) => !background && this.ends(command));
  }

  private command(node: Ast.Command): boolean {
    const command = this.facts.commandAt(node);
    if (command === undefined || command.wrappers.length > 0) return false;
    if (command.name === 'exit' || command.name === 'return') return true;
    const called = this.functions.get(command.name);
    if (called === undefined || called.pos > node.pos || called.body.type === 'CompoundList') return false;
    let answer = this.exiting.get(called);
    if (answer === undefined) {
      answer = this.ends(called.body) && !this.returns(called);
      this.exiting.set(called, answer);
    }
    return answer;
  }

  /** `return` only ends the function. */
  private returns({ pos, end }: Ast.Function): boolean {
    return this.facts.named('return').some(({ node }) => node.pos >= pos && node.end <= end);
  }
}
