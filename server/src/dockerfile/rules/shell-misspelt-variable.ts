import type { Assigned, Referenced } from '../../shell/variables.ts';
import { type KnownVariables, type ShellFix, shellRule } from '../shellRule.ts';

/** Longest name that is compared. */
const LONGEST = 64;
/** Pairs of names that are compared in one script. */
const MAXIMUM_COMPARISONS = 20_000;

export const shellMisspeltVariable = shellRule({
  id: 'shell-misspelt-variable',
  summary: 'The name of a variable is spelt as where it is set.',
  why: 'A name that nothing sets and that differs in a letter or two from one that is set is probably that one.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2153'],
  examples: [
    {
      bad: 'FROM debian:12\nARG NODE_VERSION=22\nRUN echo "«$NODE_VERSIO»"\n',
      good: 'FROM debian:12\nARG NODE_VERSION=22\nRUN echo "$NODE_VERSION"\n',
    },
  ],
  findKnowing(facts, known, report) {
    const { unset, assigned } = facts.variables;
    let candidates: readonly string[] | undefined;
    let comparisons = 0;
    for (const reference of unset) {
      const { name } = reference;
      if (name !== name.toUpperCase() || name.length > LONGEST || known.has(name)) continue;
      candidates ??= namesOf(assigned, known);
      if (comparisons > MAXIMUM_COMPARISONS) return;
      comparisons += candidates.length;
      const similar = mostSimilar(name, candidates);
      if (similar === undefined) continue;
      report({
        at: reference,
        message: `'${name}' is not set here, but '${similar}' is. Check the spelling.`,
        ...(reference.node && { fixes: () => [respelt(reference, name, similar)] }),
      });
    }
  },
});

/** What is set, in the script or for it. */
function namesOf(assigned: readonly Assigned[], known: KnownVariables): readonly string[] {
  const own = assigned.filter(({ by }) => by !== 'command').map(({ name }) => name);
  return [...new Set([...own, ...known.names()])].filter(({ length }) => length >= 4 && length <= LONGEST);
}

/** The name that differs in at most two letters, and little for its length. */
function mostSimilar(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > 2) continue;
    const distance = editDistance(name, candidate.toUpperCase());
    if (distance < least && distance / Math.max(name.length, candidate.length) <= 0.25) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Levenshtein distance of two short names. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function respelt({ start, node }: Referenced, name: string, similar: string): ShellFix {
  const from = node?.type === 'ParameterExpansion' ? node.parameterPos : start + 1;
  const edits = [{ start: from, end: from + name.length, newText: similar }];
  return { title: `Replace '${name}' by '${similar}'`, safe: false, edits };
}
