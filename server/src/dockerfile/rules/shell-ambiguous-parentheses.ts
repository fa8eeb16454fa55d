import { placeAt, shellRule } from '../shellRule.ts';

export const shellAmbiguousParentheses = shellRule({
  id: 'shell-ambiguous-parentheses',
  summary: 'Between $( and a parenthesis of its command stands a blank.',
  why: 'Shells take $(( for the beginning of arithmetic; bash thinks again, dash and others fail.',
  severity: 'error',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC1102'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "«$((»cd src; ls) | sort)"\n',
      good: 'FROM debian:12\nRUN echo "$( (cd src; ls) | sort)"\n',
    },
    { bad: 'FROM debian:12\nRUN count=«$((»grep -c a b)); echo "$count"\n' },
  ],
  find(facts, report) {
    const at = (pos: number) => pos + '$('.length;
    for (const { node, frame } of facts.all('CommandExpansion')) {
      if (!node.text.startsWith('$((')) continue;
      report({
        at: placeAt(node.pos, at(node.pos) + 1, frame),
        message: "Put a blank behind '$(': shells take '$((' for arithmetic.",
        fixes: () => [
          {
            title: "Put a blank behind '$('",
            safe: true,
            edits: [{ start: at(node.pos), end: at(node.pos), newText: ' ' }],
          },
        ],
      });
    }
    for (const { node, frame } of facts.all('ArithmeticExpansion')) {
      const { expression } = node;
      if (expression?.type !== 'ArithmeticWord' || !/^[A-Za-z_][\w./-]*(?:\s+[^\s]|;)/.test(expression.value)) continue;
      report({
        at: placeAt(node.pos, at(node.pos) + 1, frame),
        message: "This is arithmetic, but what stands in it is not. A command is run by '$(…)'.",
      });
    }
  },
});
