/** Characters of a quoted text that a message shows. */
const LONGEST = 60;

/** A text as messages show it: in single quotes, on one line, cut when it is long. */
export function quote(text: string): string {
  const start = text.slice(0, LONGEST * 4).replace(/\s+/g, ' ');
  return text.length > LONGEST && (start.length > LONGEST || text.length > LONGEST * 4)
    ? `'${start.slice(0, LONGEST - 1)}…'`
    : `'${start}'`;
}
