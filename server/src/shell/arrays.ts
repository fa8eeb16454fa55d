import type { ShellFacts } from './facts.ts';

/** Names of the arrays whose keys are texts. */
export function associativeArrays(facts: ShellFacts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node, args } of facts.named('declare', 'typeset', 'local')) {
    if (!args.some(({ text }) => /^-\w*A/.test(text))) continue;
    for (const word of node.args) names.add(word.type === 'Assignment' ? word.name : word.text);
  }
  return names;
}
