/**
 * True for a path from the root, a Windows path with a drive, and one that begins with a variable, which may be either.
 * The text has no quotes around it.
 */
export function isAbsolutePath(text: string): boolean {
  return text.startsWith('/') || text.startsWith('$') || /^[A-Za-z]:/.test(text);
}
