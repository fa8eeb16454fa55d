import type { RuleFacts } from './rule.ts';

interface HasRules {
  readonly rules: readonly RuleFacts[];
}

/** Which rules a name stands for. */
export interface RuleNames {
  /** The rule of that id. */
  own(name: string): RuleFacts | undefined;
  /** Rules with that name in `same` or `near`; the tool in front may be left out. */
  known(name: string): readonly string[];
  /** Rules that know the whole tool: `buildkit`, `dclint`. */
  ofTool(tool: string): readonly string[];
  /** Every name that stands for some rule. */
  all(): Iterable<string>;
}

const kept = new WeakMap<HasRules, RuleNames>();

/** Made once per language. */
export function ruleNames(linted: HasRules): RuleNames {
  let names = kept.get(linted);
  if (names === undefined) {
    names = build(linted.rules);
    kept.set(linted, names);
  }
  return names;
}

/** `hadolint/DL3006` → `DL3006`. */
export function withoutTool(alias: string): string {
  return alias.slice(alias.indexOf('/') + 1);
}

/** `hadolint/DL3006` → `hadolint`. */
export function toolOf(alias: string): string {
  return alias.slice(0, Math.max(0, alias.indexOf('/')));
}

/** ShellCheck had one code for all that is not POSIX before each got its own; comments in files still say it. */
const NOT_POSIX = 'shellcheck/SC2039';

/** Names of findings that overlap with those of the rule in spirit. */
export function nearOf({ same, near }: Pick<RuleFacts, 'same' | 'near'>): readonly string[] {
  const isNotPosix = same?.some((alias) => alias.startsWith('shellcheck/SC3')) === true;
  return isNotPosix ? [...(near ?? []), NOT_POSIX] : (near ?? []);
}

function build(rules: readonly RuleFacts[]): RuleNames {
  const byId = new Map<string, RuleFacts>();
  const byAlias = new Map<string, string[]>();
  const byTool = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, id: string): void => {
    const ids = map.get(key);
    if (ids === undefined) map.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const rule of rules) {
    byId.set(rule.id, rule);
    for (const alias of [...(rule.same ?? []), ...nearOf(rule)]) {
      add(byAlias, alias, rule.id);
      add(byAlias, withoutTool(alias), rule.id);
      add(byTool, toolOf(alias), rule.id);
    }
  }
  return {
    own: (name) => byId.get(name),
    known: (name) => byAlias.get(name) ?? [],
    ofTool: (tool) => byTool.get(tool) ?? [],
    all: function* () {
      yield* byId.keys();
      yield* byAlias.keys();
    },
  };
}
