import { firstIndex } from '../../text/firstIndex.ts';
import type { Span } from '../../text/span.ts';
import { MovingSpan } from '../../text/span.ts';
import type { Item, Tree } from '../syntax/tree.ts';
import { type Instruction, isExecuting } from './instructions.ts';

/**
 * A part of a Dockerfile that somebody looks at and an edit changes or leaves alone: all instructions of a kind by their
 * keyword, the RUN instructions that execute a program, or one of the wholes below.
 */
export type Part =
  | Instruction['keyword']
  | `program ${string}`
  /** Which programs are executed at all. */
  | 'programs'
  /** Where RUN and ONBUILD stand, whatever they say. */
  | 'runs'
  /** Which instruction words are not in upper case. */
  | 'cases'
  | 'variables'
  /** Where variables are expanded. */
  | 'uses'
  | 'references'
  /** Comments, those inside instructions and their heredocs among them. */
  | 'comments'
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
  /** Since the changes were taken last; `undefined`: everything may have changed. */
  private changed: Changed | undefined;
  private seen: Set<Part> | undefined;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** Somebody looks at a part. */
  note(part: Part): void {
    this.seen?.add(part);
  }

  /** Somebody looks at where a program is executed. */
  noteProgram(program: string): void {
    this.seen?.add(`program ${program}`);
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

  /**
   * There is a new version, from which some items were taken out and into which others were put.
   *
   * @returns the parts that this changed; `undefined`: everything may have
   */
  moveOn(tree: Tree, removed: readonly Item[], added: readonly Item[]): ReadonlySet<Part> | undefined {
    this.tree = tree;
    const edit = new Edit();
    const before = edit.touch(removed);
    const after = edit.touch(added);
    if (countRuns(removed) !== countRuns(added)) edit.parts.add('runs');
    if ([...before, ...after].some((program) => !before.has(program) || !after.has(program)))
      edit.parts.add('programs');
    if (edit.isEverything) this.changed = undefined;
    else this.changed?.add(edit.parts, removed, added);
    return edit.isEverything ? undefined : edit.parts;
  }

  /** What changed since this was asked last; `undefined`: everything may have. */
  takeChanges(): Changed | undefined {
    const { changed } = this;
    this.changed = new Changed();
    return changed;
  }

  /** The span as one that moves with the instruction it lies in; `undefined` when it lies in no single one. */
  anchored(span: Span): Span | undefined {
    if (span instanceof MovingSpan) return span;
    const { instructions } = this.tree;
    const node = instructions[firstIndex(instructions, (instruction) => instruction.span.start > span.start) - 1];
    if (node === undefined || span.start < node.span.start || span.end > node.span.end) return undefined;
    const { origin } = node;
    return new MovingSpan(origin, span.start - origin.offset, span.end - origin.offset);
  }
}

/** What some edits changed. */
class Changed {
  readonly parts = new Set<Part>();
  /** Instructions that are gone, and that are new. */
  readonly removed = new Set<Instruction>();
  readonly added = new Set<Instruction>();

  add(parts: ReadonlySet<Part>, removed: readonly Item[], added: readonly Item[]): void {
    for (const part of parts) this.parts.add(part);
    for (const item of removed) {
      if (item.kind !== 'instruction') continue;
      const instruction = item.typed as Instruction;
      if (!this.added.delete(instruction)) this.removed.add(instruction);
    }
    for (const item of added) if (item.kind === 'instruction') this.added.add(item.typed as Instruction);
  }
}

function countRuns(items: readonly Item[]): number {
  return items.filter((item) => item.kind === 'instruction' && isExecuting(item)).length;
}

/** Collects what an edit changes. */
class Edit {
  readonly parts = new Set<Part>(['text']);
  isEverything = false;

  /** Items were taken out or put in. Answers which programs they execute. */
  touch(items: readonly Item[]): ReadonlySet<string> {
    const programs = new Set<string>();
    for (const item of items) {
      if (item.kind !== 'instruction' || item.comments.length > 0 || item.innerComments.length > 0) {
        this.parts.add('comments');
      }
      if (item.kind === 'instruction') this.touchInstruction(item.typed as Instruction, programs);
    }
    return programs;
  }

  private touchInstruction(instruction: Instruction, programs: Set<string>): void {
    const { parts } = this;
    parts.add('instructions');
    parts.add(instruction.keyword);
    if (instruction.node.keywordCase !== 'upper') parts.add('cases');
    if (instruction.expandable.some(({ constant }) => constant === undefined || constant.error !== undefined)) {
      parts.add('uses');
    }
    // Global ARGs may be part of the bases of stages.
    if (instruction.stage === undefined) this.isEverything = true;
    switch (instruction.keyword) {
      case 'FROM':
      case 'SHELL':
        this.isEverything = true;
        break;
      case 'ARG':
      case 'ENV':
        parts.add('variables');
        break;
      case 'COPY':
        if (instruction.from !== undefined) parts.add('references');
        break;
      case 'RUN':
        if (instruction.flags.length > 0) parts.add('references');
        if (instruction.heredocs.length > 0) parts.add('comments');
        for (const program of instruction.executedScript.tree.byName.keys()) {
          parts.add(`program ${program}`);
          programs.add(program);
        }
        break;
      case 'ONBUILD':
        if (instruction.trigger !== undefined) this.touchInstruction(instruction.trigger, programs);
        break;
    }
  }
}
