import { shellRule } from '../shellRule.ts';

export const shellFindInject = shellRule({
  id: 'shell-find-inject',
  summary: 'Names that find passes to a shell are arguments, not part of its script.',
  why: 'A name is put into the text of the script and run as code.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2156'],
  examples: [
    {
      bad: "FROM debian:12\nRUN find . -name '*.sh' -exec sh -c «'chmod +x {}'» \\;\n",
      good: "FROM debian:12\nRUN find . -name '*.sh' -exec sh -c 'chmod +x \"$1\"' _ {} \\;\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { program, args, entry } of facts.named('find')) {
      if (program !== 'find') continue;
      args.forEach(({ text }, index) => {
        if (
          !/^-(?:exec|execdir|ok|okdir)$/.test(text) ||
          !/^(?:\S*\/)?(?:ba|da|k|z)?sh$/.test(args[index + 1]?.text ?? '')
        )
          return;
        const [option, script] = [args[index + 2], args[index + 3]];
        if (option === undefined || !/^-[a-z]*c$/.test(option.text) || !script?.text.includes('{}')) return;
        report({
          at: { start: script.start, end: script.end, frame: entry.frame },
          message: "Names become part of the script. Use '$1' in it, and give '_ {}' behind it.",
        });
      });
    }
  },
});
