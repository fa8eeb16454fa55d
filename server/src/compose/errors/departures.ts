import type { ComposeFile } from '../model/file.ts';
import { type Departure, departuresOf } from '../model/validate.ts';

const known = new WeakMap<ComposeFile, readonly Departure[]>();

/** What the file does that the schema does not allow; several errors look at it, found once per file. */
export function departures(file: ComposeFile): readonly Departure[] {
  let found = known.get(file);
  if (!found) {
    found = departuresOf(file.tree);
    known.set(file, found);
  }
  return found;
}
