import { shellRule } from '../shellRule.ts';

export const shellArrayOverwritten = shellRule({
  id: 'shell-array-overwritten',
  summary: 'An array stays an array.',
  why: 'name=value only sets its first element; the others keep their values.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2178', 'shellcheck/SC2179'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN names=(a b); «names»=c; make "${names[@]}"\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN names=(a b); names=(c); make "${names[@]}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    const { arrays, assigned } = facts.variables;
    if (arrays.size === 0) return;
    const since = new Map<string, number>();
    for (const { name, isArray, start, frame } of assigned) {
      if (isArray && frame === undefined) since.set(name, Math.min(start, since.get(name) ?? start));
    }
    for (const { node, parent, frame } of facts.all('Assignment')) {
      const first = since.get(node.name);
      if (node.value.type === 'ArrayValue' || node.index !== undefined) continue;
      if (parent?.node.type === 'Command' && parent.node.name?.text === 'alias') continue;
      if (first !== undefined && frame === undefined && node.pos > first) {
        report({
          at: { start: node.pos, end: node.pos + node.name.length, frame },
          message: `'${node.name}' is an array. This only sets its first element; write '${node.name}=(…)'.`,
        });
      }
    }
  },
});
