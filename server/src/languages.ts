import type { Language } from './language.ts';
import { type LanguageId, languageIds } from './languageIds.ts';

/** Only what is needed is read in, so that a Dockerfile does not wait for the Compose schema. */
const loaders: Readonly<Record<LanguageId, () => Promise<Language>>> = {
  dockerfile: async () => (await import('./dockerfile/language.ts')).dockerfile as unknown as Language,
  compose: async () => (await import('./compose/language.ts')).compose as unknown as Language,
  dockerignore: async () => (await import('./dockerignore/language.ts')).dockerignore as unknown as Language,
};

const loaded = new Map<LanguageId, Promise<Language>>();

export function loadLanguage(id: LanguageId): Promise<Language> {
  let language = loaded.get(id);
  if (language === undefined) {
    language = loaders[id]();
    loaded.set(id, language);
  }
  return language;
}

export async function loadLanguages(): Promise<readonly Language[]> {
  return Promise.all(languageIds.map(loadLanguage));
}

/** The languages that are there already. */
export async function loadedLanguages(): Promise<readonly Language[]> {
  return Promise.all(loaded.values());
}
