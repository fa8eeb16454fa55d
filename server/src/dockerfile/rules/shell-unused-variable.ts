import { shellVariables } from '../../shell/knownVariables.ts';
import { shellRule } from '../shellRule.ts';

export const shellUnusedVariable = shellRule({
  id: 'shell-unused-variable',
  summary: 'A variable that is set is used.',
  why: 'A value nobody reads is often a misspelt name, or was meant to be exported.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2034'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «version»=1.2 && curl -O https://example.org/1.2.tar.gz\n',
      good: 'FROM debian:12\nRUN version=1.2 && curl -O "https://example.org/$version.tar.gz"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    const { assigned, referenced, exported, exportsAll } = facts.variables;
    if (assigned.length === 0 || exportsAll) return;
    const used = new Set(referenced.map(({ name }) => name));
    const seen = new Set<string>();
    for (const variable of assigned) {
      const { name, by } = variable;
      if (by === 'command' || by === 'default' || seen.has(name)) continue;
      if (used.has(name) || exported.has(name) || name.startsWith('_') || shellVariables.has(name)) continue;
      seen.add(name);
      report({
        at: variable,
        message: `'${name}' is set but not used. Export it if a program reads it, or remove it.`,
        unless: name,
        // 'for try in 1 2 3' counts.
        ...(by === 'loop' && { exactOnly: true }),
      });
    }
  },
});
