import { expandedName } from '../../shell/words.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellFindExecScript = shellRule({
  id: 'shell-find-exec-script',
  summary: '-exec of find runs a program, not a variable with a command line.',
  why: 'find looks for a program of that whole name, and for no function or command of the shell.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2150'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN find /src -exec «$CLEAN» \\;\n',
      good: 'FROM debian:12\nRUN find /src -exec sh -c "$CLEAN" sh {} \\;\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('find')) {
      args.forEach(({ text }, index) => {
        const [program, end] = [args[index + 1], args[index + 2]];
        if (!/^-(?:exec|execdir)$/.test(text) || program?.node?.type !== 'Word' || end?.text !== ';') return;
        const [part] = program.node.parts ?? [];
        if (part === undefined || program.isLiteral) return;
        const isVariable = expandedName(part) !== undefined || part.type === 'DoubleQuoted';
        if (!isVariable || program.node.parts?.length !== 1) return;
        report({
          at: placeAt(program.start, program.end, entry.frame),
          message: "'find' looks for a program of that name. Use '-exec sh -c …' for a command line.",
        });
      });
    }
  },
});
