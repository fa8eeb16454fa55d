import { placeOf, shellRule } from '../shellRule.ts';

export const shellFunctionLate = shellRule({
  id: 'shell-function-late',
  summary: 'Functions are defined before they are called.',
  why: 'The shell reads a script from the beginning and looks for a program of that name.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2218'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «setup»; setup() { make; }\n',
      good: 'FROM debian:12\nRUN setup() { make; }; setup\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    const seen = new Set<string>();
    for (const { node, parent } of facts.all('Function')) {
      const name = node.name.value;
      const list = parent?.node.type === 'Statement' ? parent.parent?.node : undefined;
      if (list?.type !== 'Script' || seen.has(name)) continue;
      seen.add(name);
      for (const { entry, wrappers } of facts.named(name)) {
        if (wrappers.length > 0 || entry.node.pos > node.pos) continue;
        const pipeline = entry.parent?.node.type === 'Pipeline' ? entry.parent : undefined;
        if (pipeline?.node.type === 'Pipeline' && pipeline.node.prefixes.length > 0) continue;
        const outer = pipeline ? pipeline.parent : entry.parent;
        if (outer?.node.type !== 'Statement' || outer.parent?.node !== list) continue;
        report({ at: placeOf(entry), message: `The function '${name}' does not exist yet. Define it before.` });
      }
    }
  },
});
