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
