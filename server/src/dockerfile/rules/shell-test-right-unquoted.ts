import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellTestRightUnquoted = shellRule({
  id: 'shell-test-right-unquoted',
  summary: 'A variable at the right of = in [[ … ]] is quoted.',
  why: 'Unquoted, wildcards in its value count, as it is a pattern there.',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2053'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [[ $(id -un) = «$USER» ]]; then make; fi\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN if [[ $(id -un) = "$USER" ]]; then make; fi\n',
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('TestBinary')) {
      if (!/^(?:==?|!=)$/.test(node.operator)) continue;
      const { right } = node;
      const [part] = right.parts ?? [];
      if (right.parts?.length !== 1 || (part?.type !== 'SimpleExpansion' && part?.type !== 'ParameterExpansion'))
        continue;
      report({
        at: placeOf({ node: right, frame }),
        message: 'Wildcards in the value count here. Quote it to compare texts.',
        fixes: () => [{ title: 'Quote it', safe: false, edits: surround(right, '"', '"') }],
      });
    }
  },
});
