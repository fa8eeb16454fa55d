import { Lines } from '../../text/lines.ts';
import { parseYaml, type YamlTree } from '../syntax/yaml.ts';
import { contextOf } from './knownContext.ts';
import { Project } from './project.ts';
import type { ComposeSurroundings } from './surroundings.ts';

/** A parsed Compose file: what every rule and feature gets. Immutable, made once per document version. */
export interface ComposeFile {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly tree: YamlTree;
  readonly model: Project;
}

export function composeFile(uri: string, text: string, surroundings?: ComposeSurroundings): ComposeFile {
  const tree = parseYaml(text);
  return { uri, text, lines: new Lines(text), tree, model: new Project(uri, tree, contextOf(uri, surroundings)) };
}
