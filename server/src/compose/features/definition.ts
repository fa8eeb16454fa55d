import type { LocationLink } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { dockerfileAddress, dockerfileOf } from '../model/buildFile.ts';
import type { ComposeFile } from '../model/file.ts';
import { folderOf } from '../model/paths.ts';
import type { Project } from '../model/project.ts';
import { contentSpan, namedAt, occurrencesOf } from './names.ts';
import { rangeOf } from './ranges.ts';
import { variableAt } from './variables.ts';

/**
 * Where a name is defined: in this file, in another file of the project, or for build targets and arguments in the
 * Dockerfile, for variables in `.env`.
 */
export async function definition(
  file: ComposeFile,
  offset: number,
  context: FeatureContext,
): Promise<readonly LocationLink[]> {
  const variable = variableAt(file, offset);
  if (variable) return variableDefinition(file, variable.name, variable.at, context);
  const named = namedAt(file, offset);
  if (!named) return buildDefinition(file, offset);
  if (named.kind === 'anchor') {
    const [first] = occurrencesOf(file, named).filter(({ isDefinition }) => isDefinition);
    return first ? [link(file, named.span, file, first.span, named.anchored.node.at)] : [];
  }
  const { section, name, reference } = named;
  const start = reference?.file === undefined ? file.model : file.model.context.file(reference.file);
  const found = start?.find(section, name);
  if (!found) return [];
  return found.definition.entries.flatMap(({ key, at }) =>
    key.kind === 'scalar'
      ? [link(file, named.span, linesOf(file, found.project), contentSpan(key, found.project.text), at)]
      : [],
  );
}

interface Target {
  readonly uri: string;
  readonly lines: Lines;
}

function linesOf(file: ComposeFile, project: Project): Target {
  return project === file.model ? file : { uri: project.uri, lines: new Lines(project.text) };
}

function link(file: ComposeFile, origin: Span, target: Target, name: Span, whole: Span): LocationLink {
  const full = { start: Math.min(name.start, whole.start), end: Math.max(name.end, whole.end) };
  return {
    originSelectionRange: rangeOf(file, origin),
    targetUri: target.uri,
    targetRange: rangeOf(target, full),
    targetSelectionRange: rangeOf(target, name),
  };
}

/** Stages that `build.target` names and arguments that `build.args` sets. */
function buildDefinition(file: ComposeFile, offset: number): readonly LocationLink[] {
  const { model, text } = file;
  for (const service of model.services) {
    const build = service.mapping('build');
    if (!build || offset < build.at.start || offset > build.at.end) continue;
    const uri = dockerfileAddress(service);
    const dockerfile = dockerfileOf(service);
    if (uri === undefined || !dockerfile) continue;
    const target = { uri, lines: new Lines(dockerfile.text) };
    const name = build.scalar('target');
    if (name && name.at.start <= offset && offset <= name.at.end) {
      const stage = dockerfile.stageByName(name.value);
      if (!stage?.stageName) return [];
      return [link(file, contentSpan(name, text), target, stage.stageName.span, stage.span)];
    }
    for (const { key, keyAt } of service.buildArguments) {
      if (offset < keyAt.start || offset > keyAt.end) continue;
      return dockerfile.instructions.flatMap((instruction) => {
        if (instruction.keyword !== 'ARG') return [];
        const declared = instruction.declarations.filter(({ name: declaredName }) => declaredName === key);
        return declared.map(({ nameSpan, span }) => link(file, keyAt, target, nameSpan, span));
      });
    }
  }
  return [];
}

async function variableDefinition(
  file: ComposeFile,
  name: string,
  origin: Span,
  { host }: FeatureContext,
): Promise<readonly LocationLink[]> {
  const uri = `${folderOf(file.uri)}/.env`;
  const text = await host.readFile(uri);
  if (text === undefined) return [];
  const lines = new Lines(text);
  for (let line = lines.count - 1; line >= 0; line--) {
    const { start, end } = lines.span(line);
    const content = text.slice(start, end);
    const at = start + content.length - content.trimStart().replace(/^export\s+/, '').length;
    const rest = text.slice(at, end);
    if (!rest.startsWith(name) || !/^\s*[=:]/.test(rest.slice(name.length))) continue;
    return [link(file, origin, { uri, lines }, { start: at, end: at + name.length }, { start, end })];
  }
  return [];
}
