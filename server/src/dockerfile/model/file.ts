import { Lines } from '../../text/lines.ts';
import { parse } from '../syntax/parser.ts';
import type { Tree } from '../syntax/tree.ts';
import { Dockerfile } from './dockerfile.ts';
import type { DockerfileSurroundings } from './surroundings.ts';

/** A parsed Dockerfile: what every rule and feature gets. Immutable, made once per document version. */
export interface DockerfileFile {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly tree: Tree;
  readonly model: Dockerfile;
  /** What is known of the build context; `undefined` when nothing is (standard input, untitled documents). */
  readonly surroundings: DockerfileSurroundings | undefined;
}

/** @param previous an earlier version of the same document; its unchanged parts are taken over, and it must not be used any more */
export function dockerfileFile(
  uri: string,
  text: string,
  surroundings?: DockerfileSurroundings,
  previous?: DockerfileFile,
): DockerfileFile {
  if (previous?.text === text) return { ...previous, uri, surroundings };
  const tree = parse(text, previous?.tree);
  return { uri, text, lines: new Lines(text), tree, model: new Dockerfile(tree), surroundings };
}
