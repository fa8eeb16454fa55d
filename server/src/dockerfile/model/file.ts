import { Lines } from '../../text/lines.ts';
import { parse } from '../syntax/parser.ts';
import type { Item, Tree } from '../syntax/tree.ts';
import { Dockerfile } from './dockerfile.ts';
import { hadolintShell } from './structure.ts';
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

/** Notes who looks at the text as a whole. */
class ParsedFile implements DockerfileFile {
  readonly uri: string;
  readonly model: Dockerfile;
  readonly surroundings: DockerfileSurroundings | undefined;
  private readonly ownText: string;
  private linesCache: Lines | undefined;

  constructor(uri: string, text: string, model: Dockerfile, surroundings: DockerfileSurroundings | undefined) {
    this.uri = uri;
    this.ownText = text;
    this.model = model;
    this.surroundings = surroundings;
  }

  get text(): string {
    this.model.history.note('text');
    return this.ownText;
  }

  get lines(): Lines {
    this.model.history.note('text');
    this.linesCache ??= new Lines(this.ownText);
    return this.linesCache;
  }

  get tree(): Tree {
    return this.model.tree;
  }
}

/** @param previous an earlier version of the same document; its unchanged parts are taken over, and it must not be used any more */
export function dockerfileFile(
  uri: string,
  text: string,
  surroundings?: DockerfileSurroundings,
  previous?: DockerfileFile,
): DockerfileFile {
  if (previous === undefined) return new ParsedFile(uri, text, new Dockerfile(parse(text)), surroundings);
  const { history } = previous.model;
  if (previous.surroundings !== surroundings) history.everythingChanged();
  if (previous.text === text) return new ParsedFile(uri, text, previous.model, surroundings);
  const tree = parse(text, previous.tree);
  const model = new Dockerfile(tree, history, previous.model);
  const { edit } = tree;
  const { removed = [], added = [] } = edit ?? {};
  const changed = history.moveOn(tree, removed, added);
  const changesEverything = edit === undefined || tree.errors.length > 0 || [...removed, ...added].some(changesShell);
  if (changesEverything) history.everythingChanged();
  else if (changed !== undefined) {
    model.keepFrontend(previous.model);
    if (!changed.has('variables') && !changed.has('uses')) model.keepVariables(previous.model, added);
  }
  return new ParsedFile(uri, text, model, surroundings);
}

/** A comment that says which shell reads everything below it. */
function changesShell(item: Item): boolean {
  return item.kind === 'comment' && hadolintShell(item) !== undefined;
}
