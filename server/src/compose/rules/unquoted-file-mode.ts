import { items } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const unquotedFileMode = composeRule({
  id: 'unquoted-file-mode',
  summary: 'File modes of configs and secrets should be quoted octal numbers.',
  why: "YAML readers disagree whether '0440' is octal, and without the leading zero it is decimal. A quoted mode is always octal.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    secrets:\n      - source: token\n        mode: «440»\nsecrets:\n  token:\n    file: token.txt\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    secrets:\n      - source: token\n        mode: "0440"\nsecrets:\n  token:\n    file: token.txt\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const list of ['configs', 'secrets']) {
        for (const item of items(service.value(list))) {
          const mode = item.kind === 'mapping' ? item.scalar('mode') : undefined;
          if (mode?.style !== 'plain' || !/^0?[0-7]{3}$/.test(mode.value)) continue;
          const octal = `"0${mode.value.slice(-3)}"`;
          report({
            at: mode.at,
            message: `The mode '${mode.value}' may be read as decimal. Write ${octal.replaceAll('"', "'")} in quotes.`,
            fixes: () => [{ title: `Change to ${octal}`, safe: false, edits: [{ at: mode.at, newText: octal }] }],
          });
        }
      }
    }
  },
});
