import { placeAt, shellRule } from '../shellRule.ts';

export const shellCaseDefault = shellRule({
  id: 'shell-case-default',
  summary: 'A case has a branch for everything else.',
  why: 'Without *) a value that nobody thought of passes silently.',
  severity: 'info',
  recommended: false,
  optional: true,
  fixable: false,
  same: ['shellcheck/SC2249'],
  examples: [
    {
      bad: 'FROM debian:12\nARG TARGETARCH\nRUN «case» "$TARGETARCH" in amd64) make ;; esac\n',
      good: 'FROM debian:12\nARG TARGETARCH\nRUN case "$TARGETARCH" in amd64) make ;; *) exit 1 ;; esac\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Case')) {
      if (node.items.some(({ pattern }) => pattern.some(({ text }) => /^\*+$/.test(text)))) continue;
      report({
        at: placeAt(node.pos, node.pos + 'case'.length, frame),
        message: "Add a branch '*)', even if it only ends with an error.",
      });
    }
  },
});
