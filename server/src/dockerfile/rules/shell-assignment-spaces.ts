import type { Ast } from '../../shell/tree.ts';
import { type ShellFix, shellRule } from '../shellRule.ts';

export const shellAssignmentSpaces = shellRule({
  id: 'shell-assignment-spaces',
  summary: "There are no blanks around the '=' of an assignment.",
  why: 'With blanks the name is run as a command, with = as its argument.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1068', 'shellcheck/SC2283'],
  examples: [
    { bad: 'FROM debian:12\nRUN VERSION «=» 1.2 && make\n', good: 'FROM debian:12\nRUN VERSION=1.2 && make\n' },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.commands) {
      const [first] = node.args;
      if (node.name === undefined || first === undefined || !/^=(?!=)/.test(first.text) || !isVariable(node.name))
        continue;
      report({
        at: { start: first.pos, end: first.pos + 1, frame: entry.frame },
        message: "Remove the blanks around '=' to assign.",
        ...(node.args.length <= 2 && { fixes: () => [joined(node, first)] }),
      });
    }
  },
});

function isVariable(word: Ast.Word): boolean {
  return /^[A-Za-z_]\w*$/.test(word.value) || /^\$\{?[A-Za-z_]\w*\}?$/.test(word.value);
}

function joined({ name, args }: Ast.Command, equals: Ast.Word | Ast.Assignment): ShellFix {
  const edits = [{ start: name?.end ?? equals.pos, end: equals.pos, newText: '' }];
  const next = args[1];
  if (next !== undefined && equals.text === '=') edits.push({ start: equals.end, end: next.pos, newText: '' });
  return { title: 'Remove the blanks', safe: false, edits };
}
