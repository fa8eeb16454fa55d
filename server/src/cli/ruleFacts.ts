import type { Language } from '../language.ts';
import { loadLanguages } from '../languages.ts';
import type { Layer } from '../lint/config.ts';
import { unknownRules } from '../lint/config.ts';
import type { ErrorFacts } from '../lint/linted.ts';
import { ruleNames } from '../lint/names.ts';
import type { RuleFacts } from '../lint/rule.ts';
import type { ConfigProblem } from '../lint/values.ts';

/** Tells rules of a `dockwright.yaml` that no language has. */
export async function unknownRulesOfAll(): Promise<(layer: Layer) => readonly ConfigProblem[]> {
  const languages = await loadLanguages();
  const names = new Set(languages.flatMap((language) => [...ruleNames(language).all()]));
  const errors = new Set(languages.flatMap(({ errorFacts }) => errorFacts.map(({ id }) => id)));
  return (layer) => unknownRules(layer, names, errors);
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
