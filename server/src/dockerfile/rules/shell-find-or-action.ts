import { placeAt, shellRule } from '../shellRule.ts';

export const shellFindOrAction = shellRule({
  id: 'shell-find-or-action',
  summary: 'Actions of find behind -o are grouped.',
  why: 'The action only belongs to the tests since the last -o, so that other files are left out.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2146'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN find /src -name "*.a" -o -name "*.o" «-delete»\n',
      good: 'FROM debian:12\nRUN find /src \\( -name "*.a" -o -name "*.o" \\) -delete\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('find')) {
      if (args.some(({ text }) => grouping.has(text))) continue;
      const or = args.findIndex(({ text }) => text === '-o' || text === '-or');
      const first = args.findIndex(({ text }) => actions.has(text));
      const action = args[first];
      if (or === -1 || first < or || action === undefined) continue;
      report({
        at: placeAt(action.start, action.end, entry.frame),
        message: `'${action.text}' only applies to the tests behind '-o'. Group the tests with '\\( … \\)'.`,
      });
    }
  },
});

const grouping = new Set(['(', ')', '-a', '-and', ',', '-prune']);
const actions = new Set(['-exec', '-execdir', '-delete', '-print', '-print0', '-fls', '-fprint', '-fprint0', '-fprintf', '-ls', '-ok', '-okdir', '-printf']); // biome-ignore format: one table
