import type { Host } from '../host.ts';
import type { Language, Surroundings } from '../language.ts';
import { comments } from './comments.ts';
import { errorFacts, errors } from './errors/index.ts';
import { features } from './features/index.ts';
import { type ComposeFile, composeFile } from './model/file.ts';
import type { ComposeSurroundings } from './model/surroundings.ts';
import { rules } from './rules/index.ts';
import { surroundings } from './surroundings.ts';

export const compose: Language<ComposeFile> = {
  id: 'compose',
  // Surroundings are what `surroundings` made.
  parse: (uri, text, known) => composeFile(uri, text, known as ComposeSurroundings | undefined),
  surroundings: async (file: ComposeFile, host: Host): Promise<Surroundings> => ({
    ...(await surroundings(file, host)),
  }),
  rules,
  errorFacts,
  errors,
  comments,
  features,
};
