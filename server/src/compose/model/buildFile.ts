import type { Dockerfile } from '../../dockerfile/model/dockerfile.ts';
import { asMapping, type Mapping } from '../syntax/tree.ts';
import { folderOf, resolvePath } from './paths.ts';
import type { Service } from './service.ts';

/** Address of the Dockerfile of a service. `undefined`: there is none, or only Compose can tell. */
export function dockerfileAddress(service: Service): string | undefined {
  const value = service.value('build');
  if (!value || value.kind === 'sequence') return undefined;
  const build: Mapping | undefined = asMapping(value);
  if (build?.get('dockerfile_inline')) return undefined;
  const context = value.kind === 'scalar' ? value.value : (build?.scalar('context')?.value ?? '.');
  const folder = resolvePath(folderOf(service.project.uri), context);
  return folder === undefined ? undefined : resolvePath(folder, build?.scalar('dockerfile')?.value ?? 'Dockerfile');
}

/** The Dockerfile that a service is built from, when it is known and has a stage. */
export function dockerfileOf(service: Service): Dockerfile | undefined {
  const uri = dockerfileAddress(service);
  const dockerfile = uri === undefined ? undefined : service.project.context.dockerfile(uri);
  return dockerfile && dockerfile.stages.length > 0 ? dockerfile : undefined;
}

/** Names that a Dockerfile declares with ARG. */
export function declaredArguments({ instructions }: Dockerfile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ARG') continue;
    for (const { name } of instruction.declarations) names.add(name);
  }
  return names;
}
