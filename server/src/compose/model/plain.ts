import { Scalar } from '../syntax/tree.ts';

/** True when a text may be written without quotes and still is the same string. */
export function isSafePlain(text: string, inFlow: boolean): boolean {
  if (text === '' || text.trim() !== text || /[\n\r\t]|: |:$| #/.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text)) return false;
  if (inFlow && /[,[\]{}]/.test(text)) return false;
  return new Scalar({ start: 0, end: text.length }, text, 'plain').type === 'string';
}

/** The text as a quoted scalar. */
export function quoted(text: string, quote: '"' | "'" = '"'): string {
  if (quote === "'" && !/[\n\r]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}
