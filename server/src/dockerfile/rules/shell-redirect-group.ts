import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellRedirectGroup = shellRule({
  id: 'shell-redirect-group',
  summary: 'Several commands that append to one file are grouped.',
  why: 'The file is named and opened once: { one; two; } >> file.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2129'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «echo a >> log»; echo b >> log; echo c >> log\n',
      good: 'FROM debian:12\nRUN { echo a; echo b; echo c; } >> log\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.all('Redirect').length < 3) return;
    for (const { node, parent, frame } of facts.lists) {
      if (parent?.node.type === 'CaseItem') continue;
      const files = node.commands.map(({ command }) =>
        appended(command.type === 'Pipeline' ? command.commands.at(-1) : command),
      );
      files.forEach((file, index) => {
        const statement = node.commands[index];
        if (file === undefined || statement === undefined || files[index - 1] === file) return;
        if (files[index + 1] !== file || files[index + 2] !== file) return;
        report({
          at: placeOf({ node: statement.command, frame }),
          message: `Three commands or more append to '${file}'. Group them: '{ …; } >> ${file}'.`,
        });
      });
    }
  },
});

type Member = Ast.PipelineNode | Ast.AndOr | undefined;

/** The file that a command appends to. */
function appended(node: Member): string | undefined {
  if (node?.type !== 'Command' && node?.type !== 'Redirected') return undefined;
  const redirect = node.redirects.find(({ operator }) => operator === '>>');
  return redirect?.type === 'Redirect' ? redirect.target?.text : undefined;
}
