/** Every instruction word of the Dockerfile reference. */
export const instructionWords = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;

export type InstructionWord = (typeof instructionWords)[number];

const asTyped = new Map<string, string>(
  instructionWords.flatMap((word) => [[word, word] as const, [word.toLowerCase(), word] as const]),
);

/** The word in upper case. For those above it is always the same string, which engines compare without looking at it. */
export function inUpperCase(word: string): string {
  return asTyped.get(word) ?? word.toUpperCase();
}
