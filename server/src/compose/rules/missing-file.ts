import { filePathsOf, type PathPurpose } from '../model/paths.ts';
import { composeRule } from '../rule.ts';

const purposes = new Set<PathPurpose>([
  'compose file',
  'env file',
  'label file',
  'build context',
  'Dockerfile',
  'config file',
  'secret file',
  'credential spec',
]);

export const missingFile = composeRule({
  id: 'missing-file',
  summary: 'Files and folders that Compose reads should exist.',
  why: 'Compose refuses to start a project whose env files, configs, secrets, build contexts or included files are missing.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    build: «./wbe»\n    env_file: «web.env»\n',
      good: 'services:\n  web:\n    build: ./web\n    env_file:\n      - path: web.env\n        required: false\n',
      files: { 'web/Dockerfile': 'FROM scratch\n' },
      unfixed: true,
    },
    {
      bad: 'services:\n  web:\n    build:\n      context: ./web\n      dockerfile: «Dockerfile.dev»\n',
      good: 'services:\n  web:\n    build:\n      context: ./web\n',
      files: { 'web/Dockerfile': 'FROM scratch\n' },
      unfixed: true,
    },
  ],
  check({ model, text }, report) {
    if (!model.context.isKnown) return;
    for (const { purpose, uri, node, start, end, path, required } of filePathsOf(model)) {
      if (uri === undefined || !required || !purposes.has(purpose)) continue;
      const kind = model.context.kindOf(uri);
      const at = node.spanOf(text, start, end);
      if (kind === 'missing') report({ at, message: `The ${purpose} '${path}' does not exist.` });
      else if (kind === 'file' && purpose === 'build context') {
        report({ at, message: `The build context '${path}' is a file. Name a folder.` });
      } else if (kind === 'folder' && purpose !== 'build context') {
        report({ at, message: `The ${purpose} '${path}' is a folder. Name a file.` });
      }
    }
  },
});
