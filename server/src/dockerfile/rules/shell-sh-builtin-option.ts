import { placeAt, shellRule } from '../shellRule.ts';

/** Letters of the options that POSIX defines. */
const options = new Map([
  ['read', 'r'],
  ['cd', 'LP'],
  ['export', 'p'],
  ['readonly', 'p'],
  ['unset', 'fv'],
  ['type', ''],
  ['trap', ''],
  ['ulimit', 'f'],
  ['umask', 'S'],
  ['wait', ''],
  ['hash', 'r'],
  ['jobs', 'lp'],
  ['printf', ''],
]);
const dashOptions = new Map([
  ['read', 'p'],
  ['hash', 'v'],
  ['ulimit', 'HSabcdefghijklmnopqrstuvwxyz'],
]);

export const shellShBuiltinOption = shellRule({
  id: 'shell-sh-builtin-option',
  summary: 'Scripts for sh use the options of builtins that POSIX defines.',
  why: 'A shell that does not know an option stops, or takes it for an argument.',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC3045'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN read «-s» password < secret\n',
      good: 'FROM debian:12\nRUN read -r password < secret\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash')) return;
    for (const { name, node, args, entry } of facts.commands) {
      const allowed = options.get(name);
      if (allowed === undefined || node.name?.text === 'busybox') continue;
      const known = facts.dialect === 'dash' ? allowed + (dashOptions.get(name) ?? '') : allowed;
      for (const { text, start, end } of args) {
        if (!/^-./.test(text) || text === '--') break;
        const flag = text.startsWith('--') ? text : [...text.slice(1)].find((letter) => !known.includes(letter));
        if (flag !== undefined && known !== '*' && !(name === 'printf' && text !== '-v')) {
          report({
            at: placeAt(start, end, entry.frame),
            message: `POSIX does not define '${flag.replace(/^(?!-)/, '-')}' for '${name}'.`,
          });
        }
      }
    }
  },
});
