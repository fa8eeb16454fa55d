import type { Language } from '../language.ts';
import type { SuppressionComment } from '../lint/linted.ts';
import { errorFacts, errors } from './errors/index.ts';
import { features } from './features/index.ts';
import { type DockerignoreFile, dockerignoreFile } from './file.ts';
import { rules } from './rules/index.ts';

export const dockerignore: Language<DockerignoreFile> = {
  id: 'dockerignore',
  parse: (uri, text) => dockerignoreFile(uri, text),
  rules,
  errorFacts,
  errors,
  comments,
  features,
};

function comments({ comments: found, patterns, text }: DockerignoreFile): readonly SuppressionComment[] {
  let index = 0;
  return found.map((at) => {
    while (index < patterns.length && (patterns[index]?.at.start ?? 0) < at.end) index++;
    return { at, text: text.slice(at.start + 1, at.end).trim(), next: patterns[index]?.at, trailing: false };
  });
}
