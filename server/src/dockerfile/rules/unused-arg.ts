import type { TextEdit } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { removeInstruction } from '../model/fileEdits.ts';
import type { Arg, ArgDeclaration } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import { platformArguments, proxyArguments, type Variable } from '../model/variables.ts';
import { dockerfileRule } from '../rule.ts';

/** Read by the builder, or by nearly any program, without anybody naming them. */
const known = new Set(['SOURCE_DATE_EPOCH', 'TZ', 'LANG', ...proxyArguments]);

export const unusedArg = dockerfileRule({
  id: 'unused-arg',
  summary: 'Every ARG is used.',
  why: 'A build argument that nothing looks at promises a choice that is none. Often a stage lacks the ARG that brings a global one in.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'ARG «VERSION»=1\nARG TAG=3.22\nFROM alpine:$TAG\nLABEL version=$VERSION\n',
      good: 'ARG VERSION=1\nARG TAG=3.22\nFROM alpine:$TAG\nARG VERSION\nLABEL version=$VERSION\n',
      unfixed: true,
    },
    {
      bad: 'FROM alpine\nRUN make\nARG «MODE»=x\nCMD ["app"]\n',
      good: 'FROM alpine\nRUN make\nCMD ["app"]\n',
    },
  ],
  check({ model }, report) {
    const args = model.all('ARG');
    if (args.length === 0) return;
    const used = usedVariables(model);
    for (const arg of args) {
      for (const declaration of arg.declarations) {
        const { name, nameSpan } = declaration;
        if (known.has(name) || name.startsWith('BUILDKIT_') || used.has(nameSpan.start)) continue;
        if (arg.stage === undefined ? model.stages.length === 0 : mayBeRead(arg, name, arg.stage, model)) continue;
        report({
          at: nameSpan,
          message:
            arg.stage === undefined
              ? `Neither a FROM nor an ARG of a stage uses ${quote(name)}. Use it, declare it in the stage that does, or remove it.`
              : `Nothing behind this line uses ${quote(name)}. Use it or remove it.`,
          tag: 'unnecessary',
          fixes: () => [{ title: `Remove ${quote(name)}`, safe: false, edits: [removal(arg, declaration)] }],
        });
      }
    }
  },
});

/** Where the variables that something uses are declared. */
function usedVariables({ variables }: Dockerfile): ReadonlySet<number> {
  const used = new Set<number>();
  const add = (variable: Variable | undefined) => {
    if (variable?.nameSpan !== undefined) used.add(variable.nameSpan.start);
  };
  for (const { variable } of variables.uses) {
    add(variable);
    if (variable?.kind === 'arg') add(variable.global);
  }
  // ARG without a default brings a global one, or that of a parent stage, in.
  for (const { global, stage } of variables.declared) if (stage !== undefined) add(global);
  return used;
}

/** Everything that runs behind the ARG, here and in stages built on this one, gets it as a variable of its environment. */
function mayBeRead({ span }: Arg, name: string, stage: Stage, model: Dockerfile): boolean {
  if ((platformArguments as readonly string[]).includes(name)) return true;
  if (model.once(parents).has(stage)) return true;
  return (stage.lastExecuting?.span.start ?? 0) > span.start;
}

/** Stages that others are built on. */
function parents({ stages }: Dockerfile): ReadonlySet<Stage> {
  return new Set(stages.flatMap(({ parent }) => (parent === undefined ? [] : [parent])));
}

function removal(arg: Arg, { span }: ArgDeclaration): TextEdit {
  const { declarations } = arg;
  if (declarations.length === 1) return removeInstruction(arg);
  const index = declarations.findIndex((declaration) => declaration.span === span);
  const next = declarations[index + 1];
  const previous = declarations[index - 1];
  if (next !== undefined) return { at: { start: span.start, end: next.span.start }, newText: '' };
  return { at: { start: previous?.span.end ?? span.start, end: span.end }, newText: '' };
}
