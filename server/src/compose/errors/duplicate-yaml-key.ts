import { composeError } from './error.ts';

export const duplicateYamlKey = composeError({
  id: 'duplicate-yaml-key',
  summary: 'A key may stand only once in a mapping.',
  why: 'Compose refuses a file in which a mapping holds a key twice; other readers silently drop one of the two.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    «image»: nginx:1.26\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n',
    },
  ],
  check(file, report) {
    for (const { kind, at, message, related } of file.tree.problems) {
      if (kind === 'duplicate-key') report({ at, message, ...(related && { related: [related] }) });
    }
  },
});
