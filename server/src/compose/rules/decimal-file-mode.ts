import { items } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const decimalFileMode = composeRule({
  id: 'decimal-file-mode',
  summary: 'File modes of configs and secrets are octal numbers.',
  why: "Without a leading zero or quotes YAML reads a mode as decimal: '440' gives the file the mode 0670.",
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
          if (mode?.style !== 'plain' || !/^[0-7]{3}$/.test(mode.value)) continue;
          const octal = `"0${mode.value.slice(-3)}"`;
          report({
            at: mode.at,
            message: `The mode '${mode.value}' is read as decimal. Write '0${mode.value}' in quotes.`,
            fixes: () => [{ title: `Change to ${octal}`, safe: false, edits: [{ at: mode.at, newText: octal }] }],
          });
        }
      }
    }
  },
});
