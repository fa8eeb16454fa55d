import { quote } from '../../text/quote.ts';
import type { Instruction } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const consistentInstructionCasing = dockerfileRule({
  id: 'consistent-instruction-casing',
  summary: 'All instruction words of a file are in one case, upper or lower.',
  why: 'One case makes instructions easy to tell from their arguments. Upper case is the custom and decides when both are used equally often.',
  category: 'style',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/ConsistentInstructionCasing'],
  examples: [
    { bad: 'FROM alpine\n«run» apk add curl\nUSER nobody\n', good: 'FROM alpine\nRUN apk add curl\nUSER nobody\n' },
    { bad: 'from alpine\nrun apk add curl\n«User» nobody\n', good: 'from alpine\nrun apk add curl\nuser nobody\n' },
  ],
  check({ model }, report) {
    const { instructions } = model.lookAt('cases');
    // In a file that is all upper case only an instruction that is not can change something.
    if (instructions.every(({ keywordCase }) => keywordCase === 'upper')) return;
    let upper = 0;
    let lower = 0;
    let mixed = 0;
    for (const instruction of model.instructions) {
      if (!counts(instruction)) continue;
      const { keywordCase } = instruction.node;
      if (keywordCase === 'upper') upper++;
      else if (keywordCase === 'lower') lower++;
      else mixed++;
    }
    const wanted = lower > upper ? 'lower' : 'upper';
    if (mixed === 0 && (wanted === 'lower' ? upper : lower) === 0) return;
    for (const instruction of model.instructions) {
      const { keyword, keywordSpan: at, node } = instruction;
      if (!counts(instruction) || node.keywordCase === wanted) continue;
      const newText = wanted === 'lower' ? keyword.toLowerCase() : keyword;
      report({
        at,
        message: `${quote(node.keywordText)} is not in ${wanted} case as most instructions are. Write '${newText}'.`,
        fixes: () => [{ title: `Replace with '${newText}'`, safe: true, edits: [{ at, newText }] }],
      });
    }
  },
});

/** BuildKit counts neither global ARGs nor what it does not know. */
function counts({ stage, keyword }: Instruction): boolean {
  return stage !== undefined && keyword !== 'UNKNOWN';
}
