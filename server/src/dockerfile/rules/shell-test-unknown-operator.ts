import { placeAt, shellRule } from '../shellRule.ts';

export const shellTestUnknownOperator = shellRule({
  id: 'shell-test-unknown-operator',
  summary: 'Conditions have operators that the shell knows.',
  why: '[ … ] fails on others.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2057', 'shellcheck/SC2058'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN if [ "$#" «-equals» 1 ]; then make; fi\n',
      good: 'FROM debian:12\nRUN if [ "$#" -eq 1 ]; then make; fi\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named('[')) {
      const words = node.args[0]?.text === '!' ? node.args.slice(1) : node.args;
      if (words.at(-1)?.text !== ']' || node.redirects.length > 0) continue;
      const operator = words.length === 4 ? words[1] : words.length === 3 ? words[0] : undefined;
      if (operator === undefined || !/^-[A-Za-z]+$/.test(operator.text)) continue;
      const known = words.length === 4 ? binary : unary;
      if (known.has(operator.text)) continue;
      if (words.length === 4 && unary.has(words[0]?.text ?? '')) continue;
      report({
        at: placeAt(operator.pos, operator.end, entry.frame),
        message: `There is no operator '${operator.text}'. Use one that '[ … ]' knows.`,
      });
    }
  },
});

const binary = new Set(['-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef', '-a', '-o']);
const unary = new Set([...'abcdefghknoprstuvwxzLSONRG'].map((letter) => `-${letter}`));
