import type { Language } from '../language.ts';
import { type LanguageId, languageIds } from '../languageIds.ts';
import type { Layer } from '../lint/config.ts';
import { unknownRules } from '../lint/config.ts';
import type { ErrorFacts } from '../lint/linted.ts';
import { ruleNames } from '../lint/names.ts';
import type { RuleFacts } from '../lint/rule.ts';
import type { ConfigProblem } from '../lint/values.ts';

/** Only what is needed is read in, so that one Dockerfile is linted without waiting for the Compose schema. */
const loaders: Partial<Record<LanguageId, () => Promise<Language>>> = {
  dockerfile: async () => (await import('../dockerfile/language.ts')).dockerfile as unknown as Language,
  compose: async () => (await import('../compose/language.ts')).compose as unknown as Language,
};

const loaded = new Map<LanguageId, Promise<Language>>();

/** `undefined` for files that have a name of ours and nothing to be checked. */
export function loadLanguage(id: LanguageId): Promise<Language> | undefined {
  let language = loaded.get(id);
  const loader = loaders[id];
  if (language === undefined && loader !== undefined) {
    language = loader();
    loaded.set(id, language);
  }
  return language;
}

export async function loadLanguages(): Promise<readonly Language[]> {
  return Promise.all(languageIds.map(loadLanguage).filter((language) => language !== undefined));
}

/** The languages that are there already. */
export async function loadedLanguages(): Promise<readonly Language[]> {
  return Promise.all(loaded.values());
}

/** Tells rules of a `dockwright.yaml` that no language has. */
export async function unknownRulesOfAll(): Promise<(layer: Layer) => readonly ConfigProblem[]> {
  const names = new Set((await loadLanguages()).flatMap((language) => [...ruleNames(language).all()]));
  return (layer) => unknownRules(layer, names);
}

export interface Documented {
  readonly language: Language;
  readonly rule?: RuleFacts;
  readonly error?: ErrorFacts;
}

/** Rules and language errors by id or by a name in another tool. */
export function findFacts(languages: readonly Language[], name: string): Documented[] {
  const found: Documented[] = [];
  for (const language of languages) {
    const names = ruleNames(language);
    const own = names.own(name);
    const ids = own === undefined ? names.known(name) : [own.id];
    for (const rule of language.rules) if (ids.includes(rule.id)) found.push({ language, rule });
    const error = language.errorFacts.find(({ id }) => id === name);
    if (error !== undefined) found.push({ language, error });
  }
  return found;
}
