import type { Ast } from '../../shell/tree.ts';
import { shellRule } from '../shellRule.ts';

export const shellTestConstant = shellRule({
  id: 'shell-test-constant',
  summary: 'A condition depends on something.',
  why: 'Two texts that never change are compared: a dollar sign is probably missing.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2050'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ TARGETARCH «=» arm64 ]; then make arm; fi\n',
      good: 'FROM debian:12\nRUN if [ "$TARGETARCH" = arm64 ]; then make arm; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind !== 'binary' || !isConstant(test.left) || !isConstant(test.right)) continue;
        if (hasWildcard(test.left) || hasWildcard(test.right)) continue;
        if (/^-(?:nt|ot|ef)$/.test(test.operator.text) || (kind === '[[' && test.operator.text.startsWith('-')))
          continue;
        report({
          at: { start: test.operator.start, end: test.operator.end, frame },
          message: "Both sides are fixed text. Put a '$' before the name of a variable.",
        });
      }
    }
  },
});

function isConstant(word: Ast.Word): boolean {
  return (word.parts ?? []).every((part) => {
    if (part.type === 'DoubleQuoted') return part.parts.every((inner) => inner.type === 'Literal');
    return (
      part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'Glob' || part.type === 'BraceExpansion'
    );
  });
}

function hasWildcard({ parts }: Ast.Word): boolean {
  return parts?.some((part) => part.type === 'Glob' || part.type === 'BraceExpansion') === true;
}
