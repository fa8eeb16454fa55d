import type { Ast } from '../../shell/tree.ts';
import { flatParts } from '../../shell/words.ts';
import { shellRule } from '../shellRule.ts';

export const shellPrintfFormat = shellRule({
  id: 'shell-printf-format',
  summary: 'The format of printf is fixed text; variables are its arguments.',
  why: 'A per cent sign or backslash in the value is taken for a directive.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2059'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN name=$(hostname) && printf «"Built on $name\\n"»\n',
      good: 'FROM debian:12\nRUN name=$(hostname) && printf "Built on %s\\n" "$name"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const command of facts.named('printf')) {
      const { args, entry } = command;
      const index = args[0]?.text === '-v' ? 2 : args[0]?.text === '--' ? 1 : 0;
      const format = args[index];
      if (format?.node?.type !== 'Word' || format.isLiteral || !isVariableFormat(format.node)) continue;
      report({
        at: { start: format.start, end: format.end, frame: entry.frame },
        message:
          "The format of 'printf' holds a variable. Use a fixed format such as '%s' and give the variable as an argument.",
      });
    }
  },
});

/** Has no directive of its own that shows that it is meant as a format. */
function isVariableFormat(word: Ast.Word): boolean {
  return !flatParts(word).some(
    (part) => (part.type === 'Literal' || part.type === 'SingleQuoted') && part.value.includes('%'),
  );
}
