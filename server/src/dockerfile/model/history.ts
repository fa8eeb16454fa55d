import type { Span } from '../../text/span.ts';
import { MovingSpan } from '../../text/span.ts';
import type { Instruction as Node, Tree } from '../syntax/tree.ts';
import type { Instruction } from './instructions.ts';

/**
 * A part of a Dockerfile that somebody looks at and an edit changes or leaves alone: all instructions of a kind by their
 * keyword, the RUN instructions that execute a program, or one of the wholes below.
 */
export type Part =
  | Instruction['keyword']
  | `program ${string}`
  | 'variables'
  | 'uses'
  | 'references'
  | 'instructions'
  | 'text';

/**
 * Follows one document through its versions: tells what an edit changed, and what of a file is looked at, so that what
 * was found in an earlier version can be kept when the edit changed nothing that it came from.
 *
 * The properties of a single instruction are no part: an instruction stays the same object until its own text is edited.
 * FROM, SHELL and directives are none either, because with them everything changes.
 */
export class History {
  private tree: Tree;
  private changed: Set<Part> | undefined;
  private seen: Set<Part> | undefined;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** Somebody looks at a part. */
  note(part: Part): void {
    this.seen?.add(part);
  }

  /** Runs something and tells which parts it looked at. */
  watch<Result>(work: () => Result): readonly [Result, ReadonlySet<Part>] {
    const outer = this.seen;
    const seen = new Set<Part>();
    this.seen = seen;
    try {
      return [work(), seen];
    } finally {
      this.seen = outer;
    }
  }

  /** Something changed that may change everything. */
  everythingChanged(): void {
    this.changed = undefined;
  }

  /** There is a new version, from which these instructions were taken out or into which they were put. */
  moveOn(tree: Tree, instructions: readonly Node[]): void {
    this.tree = tree;
    for (const { keyword, typed } of instructions) {
      if (keyword === 'FROM') this.everythingChanged();
      else if (typed !== undefined) this.instructionChanged(typed as Instruction);
    }
    this.changed?.add('text');
  }

  /** The parts that changed since this was asked last; `undefined`: everything may have. */
  takeChanges(): ReadonlySet<Part> | undefined {
    const { changed } = this;
    this.changed = new Set<Part>();
    return changed;
  }

  /** The span as one that moves with the instruction it lies in; `undefined` when it lies in no single one. */
  anchored(span: Span): Span | undefined {
    if (span instanceof MovingSpan) return span;
    const { instructions } = this.tree;
    let low = 0;
    let high = instructions.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((instructions[middle]?.span.start ?? 0) <= span.start) low = middle;
      else high = middle - 1;
    }
    const node = instructions[low];
    if (node === undefined || span.start < node.span.start || span.end > node.span.end) return undefined;
    const { origin } = node;
    return new MovingSpan(origin, span.start - origin.offset, span.end - origin.offset);
  }

  private instructionChanged(instruction: Instruction): void {
    const { changed } = this;
    if (changed === undefined) return;
    changed.add('instructions');
    changed.add(instruction.keyword);
    if (instruction.expandable.some(({ constant }) => constant === undefined || constant.error !== undefined)) {
      changed.add('uses');
    }
    switch (instruction.keyword) {
      case 'SHELL':
        this.everythingChanged();
        break;
      case 'ARG':
        changed.add('variables');
        // The bases of stages may be made of it.
        if (instruction.stage === undefined) this.everythingChanged();
        break;
      case 'ENV':
        changed.add('variables');
        break;
      case 'COPY':
        if (instruction.from !== undefined) changed.add('references');
        break;
      case 'RUN':
        if (instruction.flags.length > 0) changed.add('references');
        for (const program of instruction.executedScript.tree.byName.keys()) changed.add(`program ${program}`);
        break;
      case 'ONBUILD':
        if (instruction.trigger !== undefined) this.instructionChanged(instruction.trigger);
        break;
    }
  }
}
