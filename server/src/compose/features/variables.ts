import type { Span } from '../../text/span.ts';
import type { ComposeFile } from '../model/file.ts';
import { allVariables, type Lookup, parseInterpolation, type Variable } from '../model/interpolation.ts';
import { normalizedProjectName } from '../model/project.ts';
import { scalarValues } from '../model/scalars.ts';
import type { Scalar } from '../syntax/tree.ts';

/** A variable of a value, with the place of its name. */
export interface FoundVariable {
  readonly name: string;
  readonly at: Span;
  readonly scalar: Scalar;
  readonly variable: Variable;
}

/** The variable whose name is at an offset, the innermost of nested ones. */
export function variableAt({ tree, text }: ComposeFile, offset: number): FoundVariable | undefined {
  for (const scalar of scalarValues(tree)) {
    if (offset < scalar.at.start || offset > scalar.at.end) continue;
    for (const variable of allVariables(parseInterpolation(scalar.value).variables)) {
      const at = scalar.spanOf(text, variable.nameStart, variable.nameEnd);
      if (at.start <= offset && offset <= at.end) return { name: variable.name, at, scalar, variable };
    }
  }
  return undefined;
}

/** What Compose finds in the environment, as far as the files tell: `.env` and the project name. */
export function environmentOf({ model }: ComposeFile): Lookup {
  return (name) => {
    const value = model.context.environment?.get(name);
    if (value !== undefined) return value;
    if (name !== 'COMPOSE_PROJECT_NAME') return undefined;
    const written = model.name?.value;
    if (written !== undefined) return written.includes('$') ? undefined : normalizedProjectName(written);
    const folder = model.uri.split('/').at(-2);
    return folder ? normalizedProjectName(decodeURIComponent(folder)) : undefined;
  };
}
