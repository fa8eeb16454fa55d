import type { SelectionRange } from 'vscode-languageserver-types';
import { contains, type Span } from '../../text/span.ts';
import type { ComposeFile } from '../model/file.ts';
import { placeAt } from '../syntax/position.ts';
import { rangeOf } from './ranges.ts';

/** From the value without its quotes over entries and items to the whole file. */
export function selectionRanges(file: ComposeFile, offsets: readonly number[]): readonly SelectionRange[] {
  return offsets.map((offset) => {
    const spans: Span[] = [{ start: 0, end: file.text.length }];
    const add = (span: Span): void => {
      const outer = spans.at(-1);
      if (!outer || !contains(outer, span) || (outer.start === span.start && outer.end === span.end)) return;
      if (span.start <= offset && offset <= span.end) spans.push(span);
    };
    const place = placeAt(file.tree, offset);
    for (const part of place?.chain ?? []) add(part.at);
    if (place?.node.kind === 'scalar' && place.node.isQuoted) {
      add({ start: place.node.at.start + 1, end: Math.max(place.node.at.start + 1, place.node.at.end - 1) });
    }
    let result: SelectionRange | undefined;
    for (const span of spans) result = { range: rangeOf(file, span), ...(result && { parent: result }) };
    return result ?? { range: rangeOf(file, { start: offset, end: offset }) };
  });
}
