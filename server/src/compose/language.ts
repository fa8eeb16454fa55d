import type { Host } from '../host.ts';
import type { Language, Surroundings } from '../language.ts';
import type { SuppressionComment } from '../lint/linted.ts';
import type { Span } from '../text/span.ts';
import { errorFacts, errors } from './errors/index.ts';
import { features } from './features/index.ts';
import { type ComposeFile, composeFile } from './model/file.ts';
import type { ComposeSurroundings } from './model/surroundings.ts';
import { rules } from './rules/index.ts';
import { surroundings } from './surroundings.ts';
import type { Node } from './syntax/tree.ts';
import { commentsOf, type YamlTree } from './syntax/yaml.ts';

export const compose: Language<ComposeFile> = {
  id: 'compose',
  // Surroundings are what `surroundings` made.
  parse: (uri, text, known) => composeFile(uri, text, known as ComposeSurroundings | undefined),
  surroundings: async (file: ComposeFile, host: Host): Promise<Surroundings> => ({
    ...(await surroundings(file, host)),
  }),
  rules,
  errorFacts,
  errors,
  comments,
  features,
};

/** The comments of a file, each with the entry or list item it speaks of: the next one, or the one it stands behind. */
function comments(file: ComposeFile): readonly SuppressionComment[] {
  const parts = new Parts(file.tree);
  return commentsOf(file.tree).map((at) => new Comment(file, at, parts));
}

/** Most comments suppress nothing, so what they speak of is only looked up when somebody asks. */
class Comment implements SuppressionComment {
  readonly at: Span;
  private readonly file: ComposeFile;
  private readonly parts: Parts;

  constructor(file: ComposeFile, at: Span, parts: Parts) {
    this.at = at;
    this.file = file;
    this.parts = parts;
  }

  get text(): string {
    return this.file.text.slice(this.at.start + 1, this.at.end).trim();
  }

  private get lineStart(): number {
    const { lines } = this.file;
    return lines.start(lines.lineAt(this.at.start));
  }

  get trailing(): boolean {
    return this.file.text.slice(this.lineStart, this.at.start).trim() !== '';
  }

  get next(): Span | undefined {
    return this.parts.firstFrom(this.trailing ? this.lineStart : this.at.end);
  }
}

/** The entries and items of a file in the order of their starts, the outermost first. */
class Parts {
  private readonly tree: YamlTree;
  private spans: readonly Span[] | undefined;

  constructor(tree: YamlTree) {
    this.tree = tree;
  }

  firstFrom(offset: number): Span | undefined {
    this.spans ??= partsOf(this.tree);
    return firstFrom(this.spans, offset);
  }
}

function partsOf(tree: YamlTree): Span[] {
  const parts: Span[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'mapping') {
      for (const entry of node.entries) {
        parts.push(entry.at);
        visit(entry.value);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) {
        parts.push(item.at);
        visit(item);
      }
    }
  };
  for (const { root } of tree.documents) if (root) visit(root);
  return parts;
}

function firstFrom(parts: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return parts[low];
}
