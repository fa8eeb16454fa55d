/** Largest file that is linted, in bytes. */
export const MAXIMUM_SIZE = 32 * 1024 * 1024;

/** The text of a file, and how to write it back. */
export interface FileText {
  readonly text: string;
  /** The same encoding, byte order mark included; `undefined` where bytes were lost on reading. */
  encode: ((text: string) => Uint8Array) | undefined;
}

// Made once, not for each file.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Why a file cannot be linted; the message is for people. */
export class NotText extends Error {}

/**
 * Reads UTF-8, and UTF-16 with a byte order mark. The mark is no part of the text.
 * @throws NotText for binary and oversized files
 */
export function decode(bytes: Uint8Array): FileText {
  if (bytes.length > MAXIMUM_SIZE) throw new NotText(tooLarge(bytes.length));
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return utf16(bytes, false);
  if (first === 0xfe && second === 0xff) return utf16(bytes, true);
  if (bytes.includes(0)) throw new NotText('is a binary file and is left alone');
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const content = hasMark ? bytes.subarray(3) : bytes;
  const mark = hasMark ? '\uFEFF' : '';
  const encode = (text: string): Uint8Array => new TextEncoder().encode(mark + text);
  try {
    return { text: strict.decode(content), encode };
  } catch {
    return { text: lenient.decode(content), encode: undefined };
  }
}

export function tooLarge(size: number): string {
  return `is larger than ${MAXIMUM_SIZE / 1024 / 1024} MB (${Math.ceil(size / 1024 / 1024)} MB) and is left alone`;
}

function utf16(bytes: Uint8Array, bigEndian: boolean): FileText {
  const swapped = bigEndian ? swap(bytes) : bytes;
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(swapped.subarray(2));
  if (text.includes('\0')) throw new NotText('is a binary file and is left alone');
  const encode = (changed: string): Uint8Array => {
    const encoded = Buffer.from(`\uFEFF${changed}`, 'utf16le');
    return bigEndian ? swap(encoded) : encoded;
  };
  return { text, encode: bytes.length % 2 === 0 ? encode : undefined };
}

function swap(bytes: Uint8Array): Uint8Array {
  const swapped = Uint8Array.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  for (let index = 0; index + 1 < swapped.length; index += 2) {
    swapped[index] = bytes[index + 1] ?? 0;
    swapped[index + 1] = bytes[index] ?? 0;
  }
  return swapped;
}
