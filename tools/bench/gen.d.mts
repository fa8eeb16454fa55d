/** Makes a synthetic file of a kind (`dockerfile`, `compose`) with that many lines; the same for the same seed. */
export function generate(kind: string, lines: number, seed?: number): string;
