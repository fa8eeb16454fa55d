import type { WordShape } from '../../shell/commandShape.ts';
import { flatParts } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellExprArguments = shellRule({
  id: 'shell-expr-arguments',
  summary: 'Operands and operators of expr are arguments of their own.',
  why: 'expr prints a single argument as it is: expr 1+2 gives 1+2.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2307'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN jobs=$(expr «"$(nproc)+1"»); make -j "$jobs"\n',
      good: 'FROM debian:12\nRUN jobs=$(expr "$(nproc)" + 1); make -j "$jobs"\n',
      unfixed: true,
    },
    { bad: 'FROM debian:12\nRUN «expr» 1 +\n' },
  ],
  find(facts, report) {
    for (const { args, nameWord, entry } of facts.named('expr')) {
      const [first] = args;
      if (first?.node === undefined || args.length > 2 || !args.every(isOneWord)) continue;
      if (/^(?:length|index|match|substr)$/.test(first.text)) continue;
      report({
        at: placeOf({ node: args.length === 1 ? first.node : nameWord, frame: entry.frame }),
        message: "'expr' gets its operands and operators as arguments of their own. Put blanks between them.",
        ...(/^--(?:version|help)$/.test(first.text) && { exactOnly: true }),
      });
    }
  },
});

/** Neither split nor globbed. */
function isOneWord({ node }: WordShape): boolean {
  if (node?.type !== 'Word') return false;
  const isLoose = node.parts?.some(({ type }) => /Expansion$|^Glob$|^ExtendedGlob$/.test(type));
  return isLoose !== true && !flatParts(node).some(({ text }) => text === '$@');
}
