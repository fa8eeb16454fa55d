import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellTestGrep = shellRule({
  id: 'shell-test-grep',
  summary: 'Whether grep finds something is asked with grep -q.',
  why: 'grep stops at the first match with -q, and its status is the answer.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2143'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ «-n» "$(grep app /etc/passwd)" ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if grep -q app /etc/passwd; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { kind, tests, frame } of facts.conditions) {
      if (kind === 'test') continue;
      for (const test of tests) {
        if (test.kind === 'binary' || (test.kind === 'unary' && !/^-[nz]$/.test(test.operator.text))) continue;
        const word = test.kind === 'word' ? test.word : test.operand;
        if (!isSearch(facts, word, test.kind === 'unary' && test.operator.text === '-z')) continue;
        const at =
          test.kind === 'word'
            ? placeAt(word.pos, word.end, frame)
            : placeAt(test.operator.start, test.operator.end, frame);
        report({ at, message: "Use 'grep -q' as the condition instead of testing what it prints." });
      }
    }
  },
});

/** True for a substitution that ends in grep. */
function isSearch(facts: ShellFacts, word: Ast.Word, isPiped: boolean): boolean {
  const [part, ...others] = flatParts(word);
  if (part?.type !== 'CommandExpansion' || others.length > 0 || !part.text.startsWith('$(')) return false;
  const [statement, ...more] = part.script?.commands ?? [];
  if (statement === undefined || more.length > 0) return false;
  const { command } = statement;
  const last = command.type === 'Pipeline' ? command.commands.at(-1) : command;
  if (isPiped && command.type !== 'Pipeline') return false;
  return last !== undefined && /^(?:[efz]|)grep$/.test(facts.simple(last)?.name ?? '');
}
