import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from './file.ts';
import { withoutQuotes } from './quotes.ts';

/** What the project states about labels: the kind of value by name. */
interface Wanted {
  readonly labelSchema: Readonly<Record<string, string>>;
  readonly exact: boolean;
}

export interface SchemaLabel {
  readonly name: string;
  readonly value: string;
  /** The value with its quotes or, when there is none, the whole pair. */
  readonly at: Span;
  /** The value stands there as it is, no variable in it. */
  readonly isWritten: boolean;
}

/**
 * The labels of a file that the project's schema knows, of one type or of all, whose value is known: variables are
 * expanded. hadolint, which exact mode follows, leaves them as they are.
 */
export function schemaLabels({ model }: DockerfileFile, { labelSchema, exact }: Wanted, type?: string): SchemaLabel[] {
  const wanted = new Set(Object.keys(labelSchema).filter((name) => type === undefined || labelSchema[name] === type));
  if (wanted.size === 0) return [];
  const found: SchemaLabel[] = [];
  for (const label of model.all('LABEL')) {
    for (const { key, value, span } of label.pairs) {
      const name = withoutQuotes(key.text);
      if (!wanted.has(name) || value === undefined) continue;
      const known = exact ? withoutQuotes(value.text) : model.valueOf(value);
      if (known === undefined) continue;
      const at = value.text === '' ? span : value.span(0, value.text.length);
      found.push({ name, value: known, at, isWritten: !value.text.includes('$') });
    }
  }
  return found;
}
