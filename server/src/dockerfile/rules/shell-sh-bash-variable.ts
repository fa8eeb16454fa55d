import { shellRule } from '../shellRule.ts';

/** Variables that bash gives a meaning, none of which is the name of an ordinary environment variable elsewhere. */
const bashVariables = new Set([
  'RANDOM', 'SECONDS', 'UID', 'EUID', 'HOSTNAME', 'BASH_SOURCE', 'FUNCNAME', 'OSTYPE', 'MACHTYPE', 'HOSTTYPE', 'DIRSTACK',
  'PIPESTATUS', 'SHLVL', 'SHELLOPTS', 'BASHPID', 'GROUPS', 'BASHOPTS', 'BASH_ALIASES', 'BASH_ARGC', 'BASH_ARGV',
  'BASH_CMDS', 'BASH_COMMAND', 'BASH_LINENO', 'BASH_REMATCH', 'BASH_SUBSHELL', 'BASH_VERSINFO', 'EPOCHREALTIME',
  'EPOCHSECONDS', 'MAPFILE',
]); // biome-ignore format: one table
/** Assigning to them does not end what they mean. */
const alwaysSpecial = new Set(['RANDOM', 'SECONDS']);

export const shellShBashVariable = shellRule({
  id: 'shell-sh-bash-variable',
  summary: 'Scripts for sh use no variables that only bash sets.',
  why: 'In dash and BusyBox ash the variable is empty.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3028'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN echo "«$RANDOM»" > seed\n',
      good: 'FROM debian:12\nRUN od -An -N2 -tu2 /dev/urandom > seed\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    const { assigned, referenced } = facts.variables;
    const own = new Set(assigned.map(({ name }) => name));
    for (const reference of referenced) {
      const { name } = reference;
      if (!(name === '_' ? facts.dialect === 'sh' : bashVariables.has(name))) continue;
      if (facts.dialect === 'ash' && name === 'RANDOM') continue;
      if (
        (own.has(name) && !alwaysSpecial.has(name)) ||
        (facts.variables.isLookedAtBefore(name, reference) && !reference.isGuarded)
      )
        continue;
      report({
        at: reference,
        message: `A POSIX shell does not set '${name}'. Set it yourself, or run the script with bash.`,
        unless: name,
      });
    }
  },
});
