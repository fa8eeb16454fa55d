import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { Fix } from './rule.ts';

/** Chooses among the fixes of a finding; `undefined` leaves the finding alone. */
export type ChooseFix = (diagnostic: Diagnostic, fixes: readonly Fix[]) => Fix | undefined;

/** The first fix that cannot change what is built or run. */
export const safeFix: ChooseFix = (_, fixes) => fixes.find(({ safe }) => safe);

/** The fix the rule prefers, safe or not. */
export const preferredFix: ChooseFix = (_, fixes) => fixes[0];

export interface FixRound {
  readonly edits: readonly TextEdit[];
  /** How many findings were answered. */
  readonly fixed: number;
  /** True when a fix was left out because it touches another one; fixing again may take it. */
  readonly more: boolean;
}

/** Gathers the edits of all chosen fixes. A fix goes in as a whole or not at all, so that no rename is done by half. */
export function gatherFixes(diagnostics: readonly Diagnostic[], choose: ChooseFix): FixRound {
  const edits: TextEdit[] = [];
  const taken = new EditPlaces();
  let fixed = 0;
  let more = false;
  for (const diagnostic of diagnostics) {
    const fix = choose(diagnostic, diagnostic.fixes?.() ?? []);
    if (fix === undefined || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => taken.touch(edit))) {
      more = true;
      continue;
    }
    for (const edit of fix.edits) taken.add(edit);
    edits.push(...fix.edits);
    fixed++;
  }
  return { edits, fixed, more };
}

/** Places of edits that do not touch each other, kept sorted: findings come in order, so adding is mostly appending. */
class EditPlaces {
  private readonly sorted: TextEdit[] = [];

  /** Index of the first edit that ends at or behind the offset. */
  private from(offset: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.at.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  touch({ at }: TextEdit): boolean {
    const next = this.sorted[this.from(at.start)];
    return next !== undefined && next.at.start <= at.end;
  }

  add(edit: TextEdit): void {
    let index = this.from(edit.at.start);
    while ((this.sorted[index]?.at.start ?? Number.POSITIVE_INFINITY) < edit.at.start) index++;
    this.sorted.splice(index, 0, edit);
  }
}

export interface FixedText {
  readonly text: string;
  /** Edits of the original text that lead to `text`. */
  readonly edits: readonly TextEdit[];
  readonly fixed: number;
}

/** Enough for fixes that wait for each other; more rounds would mean that two rules undo one another. */
const MAXIMUM_ROUNDS = 10;

/**
 * Fixes, lints again and fixes, until nothing is left to do. A round after which the language finds more errors than
 * before is taken back.
 */
export function fixAll(
  text: string,
  lintText: (text: string) => readonly Diagnostic[],
  choose: ChooseFix = safeFix,
): FixedText {
  let current = text;
  let edits: readonly TextEdit[] = [];
  let fixed = 0;
  let diagnostics = lintText(current);
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const gathered = gatherFixes(diagnostics, choose);
    if (gathered.fixed === 0) break;
    const next = applyEdits(current, gathered.edits);
    if (next === current) break;
    const found = lintText(next);
    if (errorsAmong(found) > errorsAmong(diagnostics)) break;
    edits = round === 0 ? gathered.edits : composeEdits(current.length, edits, gathered.edits, text.length);
    current = next;
    fixed += gathered.fixed;
    diagnostics = found;
  }
  return { text: current, edits, fixed };
}

function errorsAmong(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ suppressible }) => !suppressible).length;
}

/** A stretch of the original text, or new text. */
type Piece = { readonly from: number; readonly to: number } | { readonly inserted: string };

/** One list of edits of the original that does what `first` and then `second` do. */
function composeEdits(
  middleLength: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
  originalLength: number,
): TextEdit[] {
  const pieces = piecesOf(first, originalLength);
  const result: Piece[] = [];
  let index = 0;
  let offset = 0;
  let at = 0;
  /** Moves on to `target` of the middle text, and keeps what lies between or drops it. */
  const advance = (target: number, keep: boolean): void => {
    while (at < target) {
      const piece = pieces[index];
      if (piece === undefined) return;
      const length = lengthOf(piece);
      const step = Math.min(length - offset, target - at);
      if (keep && step > 0) result.push(cut(piece, offset, offset + step));
      at += step;
      offset += step;
      if (offset >= length) {
        index++;
        offset = 0;
      }
    }
  };
  for (const edit of inOrder(second)) {
    advance(edit.at.start, true);
    result.push({ inserted: edit.newText });
    advance(edit.at.end, false);
  }
  advance(middleLength, true);
  return editsOf(result, originalLength);
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

function piecesOf(edits: readonly TextEdit[], length: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const edit of inOrder(edits)) {
    pieces.push({ from, to: edit.at.start }, { inserted: edit.newText });
    from = edit.at.end;
  }
  pieces.push({ from, to: length });
  return pieces.filter((piece) => lengthOf(piece) > 0);
}

function lengthOf(piece: Piece): number {
  return 'inserted' in piece ? piece.inserted.length : piece.to - piece.from;
}

function cut(piece: Piece, from: number, to: number): Piece {
  return 'inserted' in piece
    ? { inserted: piece.inserted.slice(from, to) }
    : { from: piece.from + from, to: piece.from + to };
}

function editsOf(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let inserted = '';
  let from = 0;
  const close = (to: number): void => {
    if (inserted !== '' || to > from) edits.push({ at: { start: from, end: to }, newText: inserted });
    inserted = '';
  };
  for (const piece of pieces) {
    if ('inserted' in piece) inserted += piece.inserted;
    else {
      close(piece.from);
      from = piece.to;
    }
  }
  close(length);
  return edits;
}
