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
    const words = [...staged(model.instructions)];
    let upper = 0;
    let lower = 0;
    for (const { keyword, node } of words) {
      if (node.keywordText === keyword) upper++;
      else if (node.keywordText === keyword.toLowerCase()) lower++;
    }
    if (upper === words.length) return;
    const wantsLower = lower > upper;
    for (const { keyword, keywordSpan: at, node } of words) {
      const newText = wantsLower ? keyword.toLowerCase() : keyword;
      if (node.keywordText === newText) continue;
      report({
        at,
        message: `${quote(node.keywordText)} is not in ${wantsLower ? 'lower' : 'upper'} case as most instructions are. Write '${newText}'.`,
        fixes: () => [{ title: `Replace with '${newText}'`, safe: true, edits: [{ at, newText }] }],
      });
    }
  },
});

/** BuildKit counts neither global ARGs nor what it does not know. */
function* staged(instructions: readonly Instruction[]): Iterable<Instruction> {
  for (const instruction of instructions) {
    if (instruction.stage !== undefined && instruction.keyword !== 'UNKNOWN') yield instruction;
  }
}
