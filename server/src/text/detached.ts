/**
 * A copy of the text that holds on to nothing else. The engine lets a cut-out piece of a string keep the whole string
 * alive; what outlives a version of a document must not keep that version's text.
 */
export function detached(text: string): string {
  const encoding = /^[\0-\x7f]*$/.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}
