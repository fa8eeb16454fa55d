import { compose } from './compose/language.ts';
import { dockerfile } from './dockerfile/language.ts';
import { dockerignore } from './dockerignore/language.ts';
import type { Language } from './language.ts';
import { languageIdOf } from './languageIds.ts';

/** Every language of the server. */
export const languages: readonly Language[] = [
  dockerfile as unknown as Language,
  compose as unknown as Language,
  dockerignore as unknown as Language,
];

/** The language of a document, by the id the editor gives it or by its name; `undefined`: not ours. */
export function languageOf(uri: string, languageId?: string): Language | undefined {
  const id = languageIdOf(uri, languageId);
  return id === undefined ? undefined : languages.find((language) => language.id === id);
}
