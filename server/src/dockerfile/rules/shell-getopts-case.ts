import type { Ast } from '../../shell/tree.ts';
import { bareName } from '../../shell/words.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellGetoptsCase = shellRule({
  id: 'shell-getopts-case',
  summary: 'The case in a getopts loop has a branch for each option, and one for others.',
  why: 'An option without a branch is taken silently, and a branch without an option never runs.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2213', 'shellcheck/SC2214', 'shellcheck/SC2220'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN f() { while getopts ab name; do «case $name in a) make a;; \\?) exit 1;; esac»; done; }; f -b\n',
      good: 'FROM debian:12\nRUN f() { while getopts ab name; do case $name in a) make a;; b) make b;; \\?) exit 1;; esac; done; }; f -b\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('getopts')) {
      const [spec, name] = args;
      const list = entry.parent?.parent;
      const loop = list?.parent?.node;
      if (spec?.isLiteral !== true || name === undefined || loop?.type !== 'While' || loop.clause !== list?.node)
        continue;
      const choice = loop.body.commands[0]?.command;
      if (choice?.type !== 'Case' || bareName(choice.word) !== name.text) continue;
      const wanted = new Set(spec.text.replaceAll(':', ''));
      const handled = new Map<string, Ast.Word>();
      for (const word of choice.items.flatMap(({ pattern }) => pattern)) handled.set(word.value, word);
      if ([...handled.values()].some(({ text }) => /[$`[]|^.+\*|\*.+$/.test(text))) continue;
      const isOpen = handled.has('*') || handled.has('?');
      const missing = handled.has('*') ? undefined : [...wanted].find((letter) => !handled.has(letter));
      const { frame } = entry;
      if (missing !== undefined) {
        report({ at: placeOf({ node: choice, frame }), message: `There is no branch for the option '-${missing}'.` });
      }
      if (!isOpen) {
        report({
          at: placeOf({ node: choice, frame }),
          message: "There is no branch for unknown options. Add '*) … ;;'.",
        });
      }
      for (const [letter, word] of handled) {
        if (!/^\w$/.test(letter) || wanted.has(letter)) continue;
        report({
          at: placeOf({ node: word, frame }),
          message: `'getopts' does not know '-${letter}'. Add it to the options.`,
        });
      }
    }
  },
});
