import { shellRule } from '../shellRule.ts';

export const shellDeclarationSpaces = shellRule({
  id: 'shell-declaration-spaces',
  summary: "There are no blanks around '=' in export, alias and let.",
  why: "With them, '=' and the value are names of further variables.",
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2290'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN export CC «=» gcc; make\n',
      good: 'FROM debian:12\nRUN export CC=gcc; make\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { name, args, entry } of facts.named(
      'export',
      'declare',
      'typeset',
      'local',
      'readonly',
      'alias',
      'let',
    )) {
      const stray = args.find(({ text, node }, index) => {
        if (name === 'let' && index < args.length - 1 && /^\w+=$/.test(text)) return true;
        return node?.type === 'Word' && index > 0 && node.text.startsWith('=');
      });
      if (stray === undefined) continue;
      report({
        at: { start: stray.start, end: stray.end, frame: entry.frame },
        message: "Remove the blanks around '='.",
      });
    }
  },
});
