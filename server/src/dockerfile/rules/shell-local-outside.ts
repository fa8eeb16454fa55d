import type { Entry } from '../../shell/facts.ts';
import { placeOf, shellRule } from '../shellRule.ts';

export const shellLocalOutside = shellRule({
  id: 'shell-local-outside',
  summary: 'local is used in functions only.',
  why: 'Elsewhere it fails and sets nothing.',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2168'],
  examples: [
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN «local jobs=2»; make -j "$jobs"\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN jobs=2; make -j "$jobs"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.speaks('sh')) return;
    for (const { entry, wrappers } of facts.named('local')) {
      if (wrappers.length > 0 || isInFunction(entry)) continue;
      report({ at: placeOf(entry), message: "'local' only works in a function. Assign without it." });
    }
  },
});

function isInFunction(entry: Entry): boolean {
  for (let current = entry.parent; current !== undefined; current = current.parent) {
    if (current.node.type === 'Function') return true;
  }
  return false;
}
