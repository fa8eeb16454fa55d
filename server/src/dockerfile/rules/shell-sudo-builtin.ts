import { placeOf, shellRule } from '../shellRule.ts';

export const shellSudoBuiltin = shellRule({
  id: 'shell-sudo-builtin',
  summary: 'sudo runs programs, not commands of the shell.',
  why: 'cd, export or source change the shell they run in; sudo finds no program of that name.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2232'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «sudo cd /root» && make\n',
      good: 'FROM debian:12\nRUN sudo sh -c "cd /root && make"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('sudo')) {
      const command = sudoCommand(args.map(({ text }) => text));
      if (command === undefined || !builtins.has(command)) continue;
      report({
        at: placeOf(entry),
        message: `'${command}' is a command of the shell, which 'sudo' cannot run. Use 'sudo sh -c "…"'.`,
      });
    }
  },
});

const builtins = new Set(['cd', 'eval', 'export', 'history', 'read', 'source', 'wait']);

/** The first word that is no option of sudo. */
function sudoCommand(words: readonly string[]): string | undefined {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (!word.startsWith('-')) return word;
    if (/^-[A-Za-z]*[ugphCrtTUD]$/.test(word)) index++;
  }
  return undefined;
}
