import { environmentOf } from '../../image/knownImages.ts';
import { closest, editDistance } from '../../lint/closest.ts';
import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Instruction } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import type { VariableUse } from '../model/variables.ts';
import { dockerfileRule } from '../rule.ts';

/** Read by the builder, wherever they stand. */
const exempt = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);

/** Looking for what was meant takes a while; beyond that many nobody reads it. */
const MOST_SUGGESTIONS = 100;

export const undefinedVar = dockerfileRule({
  id: 'undefined-var',
  summary: 'Variables are declared before they are used.',
  why: 'An undeclared variable is empty, without any error, and a path or value is not what it looks like.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/UndefinedVar'],
  examples: [
    {
      bad: 'FROM alpine\nARG VERSION=1\nCOPY app-$«VERISON» /app\n',
      good: 'FROM alpine\nARG VERSION=1\nCOPY app-$VERSION /app\n',
    },
    {
      bad: 'ARG VERSION=1\nFROM alpine\nLABEL version=$«VERSION»\n',
      good: 'ARG VERSION=1\nFROM alpine\nARG VERSION\nLABEL version=$VERSION\n',
      unfixed: true,
    },
  ],
  check({ model }, report) {
    const { variables } = model;
    let current: Instruction | undefined;
    let told = new Set<string>();
    let suggestions = 0;
    for (const use of variables.uses) {
      const { instruction, variable, name, nameSpan, textIndex } = use;
      if (variable !== undefined || exempt.has(name)) continue;
      const { keyword, stage } = instruction;
      if (stage === undefined || keyword === 'FROM' || keyword === 'EXPOSE') continue;
      if (instruction !== current) told = new Set();
      current = instruction;
      const key = `${textIndex} ${name}`;
      if (told.has(key)) continue;
      told.add(key);
      const isGlobal = variables.global(name)?.kind === 'arg';
      const known = baseEnvironment(stage);
      if (!isGlobal && known?.includes(name)) continue;
      const meant = isGlobal || ++suggestions > MOST_SUGGESTIONS ? undefined : closestVariable(use, stage, model);
      // Of a base that is not known only a slip of the finger is sure.
      if (!isGlobal && known === undefined && (meant === undefined || editDistance(name, meant) > 1)) continue;
      report({
        at: nameSpan,
        message: isGlobal
          ? `${quote(name)} is declared before the first FROM, which this stage does not see. Add 'ARG ${name}' to the stage.`
          : `Nothing declares ${quote(name)} before this line. ${meant === undefined ? 'Declare it with ARG or ENV, or escape the dollar sign.' : `Perhaps ${quote(meant)} is meant.`}`,
        ...(meant !== undefined && {
          fixes: () => [
            { title: `Replace with ${quote(meant)}`, safe: false, edits: [{ at: nameSpan, newText: meant }] },
          ],
        }),
      });
    }
  },
});

function closestVariable({ name, instruction }: VariableUse, stage: Stage, model: Dockerfile): string | undefined {
  const visible = model.variables.visible(stage, instruction.span.start);
  return closest(
    name,
    visible.map((variable) => variable.name),
  );
}

/** BuildKit asks the base image; what that sets is known here for official images only. */
function baseEnvironment({ root }: Stage): readonly string[] | undefined {
  return root.isScratch ? [] : root.image && environmentOf(root.image);
}
