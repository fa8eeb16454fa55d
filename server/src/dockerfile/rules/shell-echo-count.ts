import { placeOf, shellRule } from '../shellRule.ts';

export const shellEchoCount = shellRule({
  id: 'shell-echo-count',
  summary: 'The length of a value is read with ${#name}.',
  why: 'wc counts the line break of echo too, and two processes start for what the shell knows.',
  severity: 'style',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2000'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «echo "$HOSTNAME" | wc -c»\n',
      good: 'FROM debian:12\nRUN echo "${#HOSTNAME}"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const wc of facts.named('wc')) {
      const { parent } = wc.entry;
      if (parent?.node.type !== 'Pipeline' || wc.args.length !== 1 || !/^-[cm]$/.test(wc.args[0]?.text ?? '')) continue;
      const [first, second, ...others] = parent.node.commands;
      const echo = facts.simple(first);
      if (others.length > 0 || second !== wc.node || echo?.name !== 'echo' || echo.args.length !== 1) continue;
      if (!/^"?\$\w+"?$|^"?\$\{\w+\}"?$/.test(echo.args[0]?.node?.text ?? '')) continue;
      report({ at: placeOf(parent), message: "Use '${#name}' for the length of a value." });
    }
  },
});
