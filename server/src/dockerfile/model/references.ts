import type { Span } from '../../text/span.ts';
import type { Copy, From, Instruction, Run } from './instructions.ts';
import type { Stage } from './stage.ts';

/** One empty list for all. */
const NONE: readonly StageReference[] = [];

/** A place that names a stage, or something that a stage of that name would be taken for. */
export interface StageReference {
  readonly kind: 'from' | 'copy' | 'mount';
  /** The name or number as written, expanded for FROM. */
  readonly text: string;
  /** The name alone, without quotes around it. */
  readonly span: Span;
  readonly instruction: From | Copy | Run;
  /** The stage it stands in. */
  readonly stage: Stage;
  /** The stage it means; `undefined`: an image or a named context. */
  readonly target: Stage | undefined;
  /** `COPY --from=0`. */
  readonly isIndex: boolean;
  /** The text in the file is the name itself: no variable, no quotes inside. */
  readonly isLiteral: boolean;
}

/**
 * References of one instruction. FROM means an earlier stage and compares exactly with the lower-cased name; COPY --from
 * takes a number or a name in any case, mounts a name in any case, both anywhere in the file (BuildKit).
 */
export function stageReferences(
  instruction: Instruction,
  byName: ReadonlyMap<string, Stage>,
  stages: readonly Stage[],
): readonly StageReference[] {
  const { keyword, stage } = instruction;
  if (stage === undefined || (keyword !== 'FROM' && keyword !== 'COPY' && keyword !== 'RUN')) return NONE;
  if (instruction.keyword !== 'FROM' && instruction.flags.length === 0) return NONE;
  if (instruction.keyword === 'FROM') {
    const { base } = instruction;
    if (base === undefined || stage.parent === undefined) return NONE;
    const isLiteral = base.text === stage.baseText;
    return [
      {
        kind: 'from',
        text: stage.baseText ?? '',
        span: base.span,
        instruction,
        stage,
        target: stage.parent,
        isIndex: false,
        isLiteral,
      },
    ];
  }
  if (instruction.keyword === 'COPY') {
    const value = instruction.from?.value;
    if (value === undefined) return NONE;
    const { text } = value;
    const isIndex = /^[+-]?\d+$/.test(text);
    const target = isIndex ? stages[Number(text)] : byName.get(text.toLowerCase());
    const span = value.span(0, text.length);
    return [
      {
        kind: 'copy',
        text,
        span,
        instruction,
        stage,
        target,
        isIndex,
        isLiteral: span.end - span.start === text.length,
      },
    ];
  }
  if (instruction.keyword !== 'RUN') return NONE;
  const found: StageReference[] = [];
  for (const mount of instruction.mounts) {
    const value = mount.option('from')?.value;
    if (value === undefined || value.text === '') continue;
    const { text } = value;
    const span = value.span(0, text.length);
    const isLiteral = span.end - span.start === text.length;
    found.push({
      kind: 'mount',
      text,
      span,
      instruction,
      stage,
      target: byName.get(text.toLowerCase()),
      isIndex: false,
      isLiteral,
    });
  }
  return found;
}
