import { placeAt, shellRule } from '../shellRule.ts';

const builtins = [
  'caller', 'compgen', 'complete', 'declare', 'dirs', 'disown', 'enable', 'mapfile', 'popd', 'pushd', 'readarray', 'shopt',
  'suspend', 'typeset',
]; // biome-ignore format: one table

export const shellShBashBuiltin = shellRule({
  id: 'shell-sh-bash-builtin',
  summary: 'Scripts for sh use no builtins that only bash has.',
  why: 'dash and BusyBox ash look for a program of that name.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC3044'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN «shopt -s nullglob»; ls /srv/*.conf\n',
      good: 'FROM debian:12\nRUN find /srv -name "*.conf"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (!facts.speaks('sh', 'dash', 'ash')) return;
    for (const { name, node, entry } of facts.named(...builtins)) {
      report({
        at: placeAt(node.pos, node.end, entry.frame),
        message: `A POSIX shell has no '${name}'. Run the script with bash, or do without.`,
      });
    }
  },
});
