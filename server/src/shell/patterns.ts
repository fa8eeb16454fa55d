import type { Ast } from './tree.ts';

/** One character of a pattern, `?` for any one of them, `*` for any text. */
export interface PatternPart {
  readonly kind: 'character' | 'one' | 'any';
  readonly character: string;
}

export interface Pattern {
  readonly parts: readonly PatternPart[];
  /** Nothing in it is expanded, so that it means the same whenever it is compared. */
  readonly isFixed: boolean;
  /** Its brackets match fewer characters than the `?` that stands for them. */
  readonly hasSet: boolean;
}

/** Longest pattern that is compared. */
const MAXIMUM = 200;
const one: PatternPart = { kind: 'one', character: '' };
const any: PatternPart = { kind: 'any', character: '' };

/** What a word may be when it runs, or match where wildcards count. */
export function patternOf(word: Ast.Word, hasWildcards = true): Pattern | undefined {
  const parts: PatternPart[] = [];
  let isFixed = true;
  let hasSet = false;
  const literal = (text: string): void => {
    for (const character of text) parts.push({ kind: 'character', character });
  };
  const visit = (part: Ast.WordPart): void => {
    switch (part.type) {
      case 'Literal':
      case 'SingleQuoted':
      case 'AnsiCQuoted':
        literal(part.value);
        break;
      case 'DoubleQuoted':
      case 'LocaleString':
        part.parts.forEach(visit);
        break;
      case 'Glob':
        if (!hasWildcards) literal(part.value);
        else if (part.kind === 'star') parts.push(any);
        else parts.push(one);
        hasSet ||= part.kind === 'bracket';
        break;
      default:
        parts.push(any);
        isFixed = false;
    }
  };
  if (word.parts === undefined) literal(word.value);
  else word.parts.forEach(visit);
  return parts.length > MAXIMUM ? undefined : { parts, isFixed, hasSet };
}

/** True when some text matches both. */
export function mayMeet(left: Pattern, right: Pattern): boolean {
  return compare(left.parts, right.parts, (a, b) => {
    if (a.kind === 'character' && b.kind === 'character') return a.character === b.character;
    return true;
  });
}

/** True when every text that matches the second matches the first. */
export function covers(first: Pattern, second: Pattern): boolean {
  if (!first.isFixed || !second.isFixed || first.hasSet) return false;
  return compare(
    first.parts,
    second.parts,
    (a, b) => a.kind === 'one' || (b.kind === 'character' && a.character === b.character),
    true,
  );
}

/** Walks both at once. `isOneWay`: a `*` of the second only fits a `*` of the first. */
function compare(
  left: readonly PatternPart[],
  right: readonly PatternPart[],
  fits: (a: PatternPart, b: PatternPart) => boolean,
  isOneWay = false,
): boolean {
  // Which places of `right` can be reached behind each part of `left`.
  let reached = new Set([0]);
  const grow = (): void => {
    if (isOneWay) return;
    for (const place of reached) if (right[place]?.kind === 'any') reached.add(place + 1);
  };
  grow();
  for (const part of left) {
    const next = new Set<number>();
    if (part.kind === 'any') {
      for (let place = Math.min(...reached); place <= right.length; place++) next.add(place);
    } else {
      for (const place of reached) {
        const other = right[place];
        if (other === undefined) continue;
        if (other.kind === 'any') {
          if (!isOneWay) next.add(place);
        } else if (fits(part, other)) next.add(place + 1);
      }
    }
    reached = next;
    grow();
    if (reached.size === 0) return false;
  }
  return reached.has(right.length);
}
