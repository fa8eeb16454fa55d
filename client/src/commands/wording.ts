/** Phrases that several confirmations share. */

/** `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`; past `most`, the rest as a number. */
export function quoted(names: readonly string[], most = 8): string {
  const shown = names.slice(0, most).map((name) => `'${name}'`);
  if (names.length > most) shown.push(`${names.length - most} more`);
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** `1 image`, `2 images`. */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** The thing itself when there is one, else their number: `container 'web'`, `3 containers`. */
export function named(noun: string, names: readonly string[]): string {
  return names.length === 1 ? `${noun} '${names[0]}'` : counted(names.length, noun);
}

/** The last paragraph of a confirmation. */
export function equivalent(command: string, ...words: readonly string[]): string {
  const most = 10;
  const rest = words.length > most ? ' …' : '';
  return `Equivalent: ${[command, ...words.slice(0, most).map(shellWord)].join(' ')}${rest}`;
}

/** A word as a shell needs it written. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Paragraphs of a dialog; those that are empty are left out. */
export function paragraphs(...texts: readonly (string | false | undefined)[]): string {
  return texts.filter(Boolean).join('\n\n');
}
