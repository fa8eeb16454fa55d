import { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { isSpace } from './blanks.ts';

/** A `--name=value` before the arguments of an instruction. */
export interface Flag {
  /** Without the dashes, case kept. */
  readonly name: string;
  /** Dashes included. */
  readonly nameSpan: Span;
  /** Value without the quotes that flag parsing removes; `undefined` when there is no `=`. */
  readonly value: MappedText | undefined;
  /** Value as it stands in the file, quotes included; empty behind a bare `=`. */
  readonly valueSpan: Span | undefined;
  readonly span: Span;
}

const DASH = 45;
const EQUALS = 61;
const SINGLE_QUOTE = 39;
const DOUBLE_QUOTE = 34;

/**
 * Takes flags from the front of an instruction's arguments, as BuildKit does for every instruction: words that start
 * with `--`, quotes removed, the escape character keeping what follows; a bare `--` ends them and is dropped.
 */
export function splitFlags(head: MappedText, from: number, escapeCharacter: string): { flags: Flag[]; end: number } {
  const { text } = head;
  const escapeCode = escapeCharacter.charCodeAt(0);
  const flags: Flag[] = [];
  let index = from;
  for (;;) {
    while (index < text.length && isSpace(text.charCodeAt(index))) index++;
    if (text.charCodeAt(index) !== DASH || text.charCodeAt(index + 1) !== DASH) return { flags, end: index };
    const start = index;
    let quote = 0;
    let equals = -1;
    let kept = '';
    let pieceStart = index;
    const pieces: number[] = [];
    const keep = (end: number) => {
      if (end > pieceStart) {
        pieces.push(kept.length, pieceStart);
        kept += text.slice(pieceStart, end);
      }
    };
    let equalsKept = -1;
    while (index < text.length) {
      const code = text.charCodeAt(index);
      if (quote === 0 && isSpace(code)) break;
      if (code === escapeCode) {
        if (index + 1 >= text.length) {
          index++;
          continue;
        }
        keep(index);
        pieceStart = index + 1;
        index += 2;
        continue;
      }
      if (quote === 0 ? code === SINGLE_QUOTE || code === DOUBLE_QUOTE : code === quote) {
        quote = quote === 0 ? code : 0;
        keep(index);
        pieceStart = index + 1;
      } else if (code === EQUALS && equals === -1) {
        equals = index;
        equalsKept = kept.length + index - pieceStart;
      }
      index++;
    }
    index = Math.min(index, text.length);
    keep(index);
    if (kept === '--') return { flags, end: index };
    if (equals === -1) {
      const at = head.span(start, index);
      flags.push({ name: kept.slice(2), nameSpan: at, value: undefined, valueSpan: undefined, span: at });
      continue;
    }
    const starts: number[] = [];
    const offsets: number[] = [];
    for (let piece = 0; piece < pieces.length; piece += 2) {
      starts.push(pieces[piece] ?? 0);
      offsets.push(pieces[piece + 1] ?? 0);
    }
    const value = new MappedText(kept, starts, offsets).slice(equalsKept + 1);
    flags.push({
      name: kept.slice(2, equalsKept),
      nameSpan: head.span(start, equals),
      value: value.text === '' ? head.beside('', head.at(equals) + 1) : value.through(head),
      valueSpan: index > equals + 1 ? head.span(equals + 1, index) : head.beside('', head.at(equals) + 1).span(0, 0),
      span: head.span(start, index),
    });
  }
}
