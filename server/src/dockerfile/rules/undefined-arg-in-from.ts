import { closest } from '../../lint/closest.ts';
import type { Fix } from '../../lint/rule.ts';
import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { insertBefore } from '../model/fileEdits.ts';
import type { Instruction } from '../model/instructions.ts';
import type { VariableUse } from '../model/variables.ts';
import { dockerfileRule } from '../rule.ts';

/** Looking for what was meant takes a while; beyond that many nobody reads it. */
const MOST_SUGGESTIONS = 100;

export const undefinedArgInFrom = dockerfileRule({
  id: 'undefined-arg-in-from',
  summary: 'Variables in FROM are declared by an ARG before the first FROM.',
  why: 'FROM sees nothing but those and the platform arguments; any other name is empty there.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/UndefinedArgInFrom'],
  examples: [
    {
      bad: 'ARG VERSION=3.22\nFROM alpine:${«VERISON»}\n',
      good: 'ARG VERSION=3.22\nFROM alpine:${VERSION}\n',
    },
    {
      bad: 'FROM alpine:${«TAG»:-3.22}\n',
      good: 'ARG TAG\nFROM alpine:${TAG:-3.22}\n',
    },
  ],
  check({ model }, report) {
    let from: Instruction | undefined;
    let told = new Set<string>();
    let known: readonly string[] | undefined;
    let suggestions = 0;
    for (const use of model.variables.uses) {
      const { instruction, variable, name, nameSpan } = use;
      if (instruction.keyword !== 'FROM' || variable !== undefined) continue;
      if (instruction !== from) told = new Set();
      from = instruction;
      if (told.has(name)) continue;
      told.add(name);
      known ??= model.variables.visible(undefined, 0).map((entry) => entry.name);
      const meant = ++suggestions > MOST_SUGGESTIONS ? undefined : closest(name, known);
      const hint = meant === undefined ? 'Add an ARG before the first FROM.' : `Perhaps ${quote(meant)} is meant.`;
      report({
        at: nameSpan,
        message: `No ARG before the first FROM declares ${quote(name)}. ${hint}`,
        fixes: () => fixes(use, meant, model),
      });
    }
  },
});

function fixes({ name, nameSpan }: VariableUse, meant: string | undefined, { stages }: Dockerfile): readonly Fix[] {
  if (meant !== undefined)
    return [{ title: `Replace with ${quote(meant)}`, safe: false, edits: [{ at: nameSpan, newText: meant }] }];
  const [first] = stages;
  if (first === undefined) return [];
  return [{ title: `Declare ${quote(name)}`, safe: false, edits: [insertBefore(first.from, `ARG ${name}`)] }];
}
