import { localSources } from '../model/sources.ts';
import { dockerfileRule } from '../rule.ts';

export const missingDockerignore = dockerfileRule({
  id: 'missing-dockerignore',
  summary: 'A build context that is copied as a whole has an ignore file.',
  why: "Without one 'COPY .' takes everything: the Git history, local settings with secrets, dependencies and build results. And each of these invalidates the cache.",
  category: 'cache',
  severity: 'info',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM node:24\nCOPY «.» /app\n',
      files: { 'package.json': '', 'node_modules/': '' },
    },
    {
      bad: 'FROM node:24\nCOPY «./» /app\n',
      good: 'FROM node:24\nCOPY src package.json /app/\n',
      files: { 'package.json': '', 'src/': '' },
    },
  ],
  check({ model, surroundings }, report) {
    if (surroundings === undefined || !surroundings.contextIsKnown || surroundings.ignoreFile !== undefined) return;
    const whole = localSources(model).find(({ path }) => path === '.');
    if (whole === undefined) return;
    report({
      at: whole.source.span,
      message:
        "This copies everything there is, because no '.dockerignore' says what to leave out. Add one, with '.git' at least.",
    });
  },
});
