import type { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { Flag } from '../syntax/tree.ts';

/** One `key=value` of a `--mount` or `--device` flag. */
export interface MountOption {
  /** As written. */
  readonly key: string;
  readonly keySpan: Span;
  /** `undefined` when there is no `=`. */
  readonly value: MappedText | undefined;
  readonly span: Span;
}

/** A `--mount` of RUN: comma-separated options (one line of CSV). */
export interface Mount {
  readonly flag: Flag;
  readonly options: readonly MountOption[];
  /** Lower case; `bind` when not given. */
  readonly type: string;
  /** Why the value is no CSV line. */
  readonly malformed: { readonly at: Span; readonly message: string } | undefined;
  /** The value of the last option with one of the names, compared without case. */
  option(...names: string[]): MountOption | undefined;
}

const DOUBLE_QUOTE = 34;
const COMMA = 44;

export function parseMount(flag: Flag): Mount {
  const { options, malformed } = parseOptions(flag);
  const option = (...names: string[]) => options.findLast((entry) => names.includes(entry.key.toLowerCase()));
  return { flag, options, malformed, option, type: option('type')?.value?.text.toLowerCase() ?? 'bind' };
}

/** Splits the value of a flag as one line of CSV: a field that starts with `"` is quoted, `""` inside it is a quote. */
export function parseOptions(flag: Flag): Pick<Mount, 'options' | 'malformed'> {
  const source = flag.value;
  if (source === undefined) return { options: [], malformed: undefined };
  const { text } = source;
  const options: MountOption[] = [];
  let malformed: Mount['malformed'];
  const fail = (start: number, end: number, message: string) => {
    malformed ??= { at: end > start ? source.span(start, end) : flag.span, message };
  };
  let index = 0;
  while (index <= text.length && text !== '') {
    let start = index;
    let end: number;
    if (text.charCodeAt(index) === DOUBLE_QUOTE) {
      start = index + 1;
      end = text.indexOf('"', start);
      while (end !== -1 && text.charCodeAt(end + 1) === DOUBLE_QUOTE) end = text.indexOf('"', end + 2);
      if (end === -1) {
        fail(index, text.length, 'The quote of this option is not closed. Close it.');
        end = text.length;
        index = end + 1;
      } else {
        index = end + 1;
        if (index < text.length && text.charCodeAt(index) !== COMMA) {
          fail(
            index,
            text.length,
            'Only a comma may stand behind a quoted option. Put the quotes around the whole option.',
          );
          index = text.indexOf(',', index);
          if (index === -1) index = text.length;
        }
        index++;
      }
    } else {
      end = text.indexOf(',', index);
      if (end === -1) end = text.length;
      const quote = text.indexOf('"', index);
      if (quote !== -1 && quote < end) {
        fail(quote, quote + 1, 'A quote may only stand around a whole option. Put it before the key.');
      }
      index = end + 1;
    }
    const equals = text.indexOf('=', start);
    const hasValue = equals !== -1 && equals < end;
    const keyEnd = hasValue ? equals : end;
    options.push({
      key: text.slice(start, keyEnd),
      keySpan: source.span(start, keyEnd),
      value: hasValue ? source.slice(equals + 1, end) : undefined,
      span: source.span(start, end),
    });
  }
  return { options, malformed };
}
