import { bareName } from '../../shell/words.ts';
import { placeAt, shellRule } from '../shellRule.ts';

export const shellExportExpansion = shellRule({
  id: 'shell-export-expansion',
  summary: 'export is given names of variables without a dollar sign.',
  why: 'With it, export exports the variable whose name is in the value.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2163'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN CC=gcc && export «$CC» && make\n',
      good: 'FROM debian:12\nRUN CC=gcc && export CC && make\n',
    },
  ],
  find(facts, report) {
    for (const { args, entry } of facts.named('export')) {
      for (const { node, start, end } of args) {
        const name = node?.type === 'Word' ? bareName(node) : undefined;
        if (name === undefined) continue;
        report({
          at: placeAt(start, end, entry.frame),
          message: `This exports the variable whose name is in '${name}'. Leave out the '$' to export '${name}'.`,
          fixes: () => [{ title: `Write '${name}'`, safe: false, edits: [{ start, end, newText: name }] }],
        });
      }
    }
  },
});
