/** The text without the quotes, single or double, that stand at its ends. */
export function unquote(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isQuote(text.charCodeAt(start))) start++;
  while (end > start && isQuote(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

/** The text without the quotes in it and without the backslashes before blanks and quotes. */
export function withoutQuotes(text: string): string {
  let result = '';
  let open = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '\\' && open !== "'" && (next === ' ' || next === '"' || next === "'")) {
      result += next;
      index++;
    } else if (open === '' ? character === '"' || character === "'" : character === open) {
      open = open === '' ? character : '';
    } else result += character;
  }
  return result;
}
