import type { ShellFacts } from '../../shell/facts.ts';
import type { Ast } from '../../shell/tree.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellEchoSed = shellRule({
  id: 'shell-echo-sed',
  summary: 'A text in a variable is replaced with ${name//search/replace}.',
  why: 'bash does it by itself, without two more processes.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2001'],
  examples: [
    {
      bad: `FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN «echo "$HOSTNAME" | sed s/a/b/»\n`,
      good: `FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN echo "\${HOSTNAME/a/b}"\n`,
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.isPosix) return;
    for (const sed of facts.named('sed')) {
      const { parent } = sed.entry;
      if (parent?.node.type === 'Pipeline') {
        const [first, second, ...others] = parent.node.commands;
        if (others.length > 0 || second !== sed.node || !isEcho(facts, first)) continue;
      } else if (!sed.node.redirects.some(({ type }) => type === 'HereString')) continue;
      const words = sed.args.filter(({ text }) => text !== '-e');
      if (words.length !== 1 || !isSubstitution(words[0]?.text ?? '')) continue;
      const at = parent?.node.type === 'Pipeline' ? placeOf(parent) : placeOf(sed.entry);
      report({ at, message: "Use '${name//search/replace}' instead of 'sed'." });
    }
  },
});

function isEcho(facts: ShellFacts, node: Ast.CommandNode | undefined): boolean {
  const echo = facts.simple(node);
  return echo?.name === 'echo' && echo.args.length === 1 && !echo.args[0]?.isLiteral;
}

/** `s/search/replace/`, with or without `g`, and nothing behind it. */
function isSubstitution(script: string): boolean {
  const delimiter = /^s([^\w\s\\])/.exec(script)?.[1];
  if (delimiter === undefined) return false;
  const parts = script.slice(2).split(delimiter);
  return parts.length === 3 && /^g?$/.test(parts[2] ?? '');
}
