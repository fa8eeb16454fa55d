import { shellRule } from '../shellRule.ts';

export const shellMkdirMode = shellRule({
  id: 'shell-mkdir-mode',
  summary: 'The mode of mkdir -p -m is meant for the deepest folder only.',
  why: 'With -p, -m sets the mode of the last folder; those it makes on the way get the default one.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2174'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN mkdir -p «-m» 700 /var/lib/data/keys\n',
      good: 'FROM debian:12\nRUN mkdir -p /var/lib/data/keys && chmod 700 /var/lib/data /var/lib/data/keys\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const command of facts.named('mkdir')) {
      const { args, entry } = command;
      const mode = args.find(({ text }) => /^-[a-zA-Z]*m|^--mode/.test(text));
      if (mode === undefined || !args.some(({ text }) => /^-[a-zA-Z]*p|^--parents$/.test(text))) continue;
      if (
        !args.some(
          ({ text }) =>
            (!text.startsWith('-') && /[^./]\/|^\/./.test(text.replace(/^(?:\.\.?\/)+/, ''))) || /^\$\{/.test(text),
        )
      )
        continue;
      report({
        at: { start: mode.start, end: mode.end, frame: entry.frame },
        message: "'-m' only sets the mode of the deepest folder. Use 'chmod' for the others.",
      });
    }
  },
});
