import { quote } from '../../text/quote.ts';
import { localSources } from '../model/sources.ts';
import { dockerfileRule } from '../rule.ts';

export const copyIgnoredFile = dockerfileRule({
  id: 'copy-ignored-file',
  summary: 'COPY and ADD name nothing that the ignore file leaves out of the build context.',
  why: 'What is ignored never reaches the builder, so the build fails or goes on without it.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['buildkit/CopyIgnoredFile'],
  examples: [
    {
      bad: 'FROM alpine\nCOPY «dist» /app/\n',
      good: 'FROM alpine\nCOPY src /app/\n',
      files: { '.dockerignore': 'dist\n', 'dist/a': '', 'src/a': '' },
    },
    {
      bad: 'FROM alpine\nADD [«"build/a.tar"», "/"]\n',
      files: { '.dockerignore': '# output\nbuild/**\n' },
    },
  ],
  check({ model, surroundings }, report) {
    if (surroundings === undefined || surroundings.ignored.length === 0) return;
    const ignored = new Set(surroundings.ignored);
    for (const { path, source, instruction } of localSources(model)) {
      if (!ignored.has(path)) continue;
      report({
        at: source.span,
        message: `${quote(source.text)} is left out by the ignore file, so ${instruction.keyword} does not find it. Change one of the two.`,
      });
    }
  },
});
