import type { ShellFacts } from '../../shell/facts.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellAliasSameLine = shellRule({
  id: 'shell-alias-same-line',
  summary: 'An alias is not used on the line that defines it.',
  why: 'The shell reads whole lines before it runs them, and a RUN is one line unless it is a heredoc.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2262', 'shellcheck/SC2263'],
  examples: [
    {
      bad: "FROM debian:12\nRUN alias fetch='curl -fsSL' && «fetch» https://example.com\n",
      good: 'FROM debian:12\nRUN fetch() { curl -fsSL "$@"; } && fetch https://example.com\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const [name, ends] of definitions(facts)) {
      let last: number | undefined;
      let next = 0;
      let lineStart = 0;
      let lineEnd = endOfLine(facts.text, 0);
      for (const { node, entry } of facts.named(name)) {
        const word = node.name;
        if (word === undefined || word.text !== name || entry.frame !== undefined) continue;
        for (let end = ends[next]; end !== undefined && end <= word.pos; end = ends[++next]) last = end;
        while (lineEnd < word.pos) {
          lineStart = lineEnd + 1;
          lineEnd = endOfLine(facts.text, lineStart);
        }
        if (last === undefined || last < lineStart) continue;
        report({
          at: placeAt(word.pos, word.end),
          message: `The alias '${name}' does not exist yet when this line is read. Use a function.`,
        });
      }
    }
  },
});

/** Where the definitions of each alias end, in source order. */
function definitions(facts: ShellFacts): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { args, entry } of facts.named('alias')) {
    for (const { text, node } of args) {
      const name = /^([^=$`]+)=/.exec(text)?.[1];
      if (name === undefined || node === undefined || entry.frame !== undefined) continue;
      const ends = found.get(name);
      if (ends) ends.push(node.end);
      else found.set(name, [node.end]);
    }
  }
  return found;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
