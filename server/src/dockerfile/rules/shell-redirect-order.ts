import type { Entry } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { shellRule } from '../shellRule.ts';

export const shellRedirectOrder = shellRule({
  id: 'shell-redirect-order',
  summary: 'Both outputs are redirected by 2>&1 at the end.',
  why: '2>&1 copies where the standard output goes at that point; a redirection behind it moves the standard output alone.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2069'],
  examples: [
    { bad: 'FROM debian:12\nRUN make «2>&1» > build.log\n', good: 'FROM debian:12\nRUN make > build.log 2>&1\n' },
  ],
  find(facts, report) {
    for (const type of ['Command', 'Redirected'] as const) {
      for (const entry of facts.all(type)) {
        const { node, frame } = entry;
        const { redirects } = node;
        const index = redirects.findIndex(isErrorToOutput);
        const copy = redirects[index];
        if (copy === undefined || redirects.slice(0, index).some(isOutput)) continue;
        const file = redirects.slice(index + 1).find(isOutput);
        if (file === undefined || isCaptured(entry)) continue;
        report({
          at: { start: copy.pos, end: copy.end, frame },
          message: "Errors still go where the output went before. Put '2>&1' behind the redirection to a file.",
          fixes: () => [
            {
              title: "Move '2>&1' to the end",
              safe: false,
              edits: [
                { start: copy.pos, end: file.pos, newText: '' },
                { start: file.end, end: file.end, newText: ' 2>&1' },
              ],
            },
          ],
        });
      }
    }
  },
});

function isErrorToOutput(redirect: Ast.Redirection): boolean {
  if (redirect.type !== 'Redirect' || redirect.operator !== '>&' || redirect.target?.text !== '1') return false;
  return redirect.descriptor?.type === 'FileDescriptor' && redirect.descriptor.value === 2;
}

function isOutput(redirect: Ast.Redirection): boolean {
  if (redirect.type !== 'Redirect' || !/^>[>|]?$/.test(redirect.operator)) return false;
  return (
    redirect.descriptor === undefined ||
    (redirect.descriptor.type === 'FileDescriptor' && redirect.descriptor.value === 1)
  );
}

/** The order is right where the errors are meant to go to a pipe or into a substitution. */
function isCaptured({ node, parent }: Entry): boolean {
  let child: Ast.SyntaxNode = node;
  for (let current = parent; current !== undefined; current = current.parent) {
    if (current.node.type === 'Pipeline' && current.node.commands.at(-1) !== child) return true;
    child = current.node;
    if (current.node.type === 'CommandExpansion' || current.node.type === 'ProcessSubstitution') return true;
  }
  return false;
}
