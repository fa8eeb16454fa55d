import { quote } from '../../text/quote.ts';
import { localSources } from '../model/sources.ts';
import { dockerfileRule } from '../rule.ts';

/** What builds make outside the image and nobody keeps in the repository. */
const buildResult =
  /(?:^|\/)(?:\.next|\.output|_build|artifacts?|bin|build|coverage|dist|generated|node_modules|obj|out|output|public|publish|release|target|vendor|www)(?:\/|$)|\.(?:deb|dll|ear|exe|jar|rpm|so|tar|tar\.gz|tgz|war|whl|zip)$/i;

export const copySourceMissing = dockerfileRule({
  id: 'copy-source-missing',
  summary: 'COPY and ADD name files that exist in the build context.',
  why: 'A build fails when nothing has the name of a source. Only of a pattern it does not mind that nothing matches.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM python:3.13\nCOPY «requirement.txt» setup.py /app/\nCOPY src /app\n',
      good: 'FROM python:3.13\nCOPY requirements.txt setup.py /app/\nCOPY src /app\n',
      files: { 'requirements.txt': '', 'setup.py': '', 'src/a.py': '' },
    },
  ],
  check({ model, surroundings }, report) {
    if (surroundings === undefined || !surroundings.contextIsKnown) return;
    const { sources, ignored } = surroundings;
    const local = localSources(model).filter(
      ({ path }) => path !== '.' && !/[*?[]/.test(path) && !buildResult.test(path),
    );
    const missing = local.filter(({ path }) => sources[path] === 'missing' && !ignored.includes(path));
    // When little is found, the build context is another folder than those that were looked at.
    if (missing.length * 2 >= local.length) return;
    for (const { source, instruction } of missing) {
      report({
        at: source.span,
        message: `Nothing is called ${quote(source.text)} in the build context, so ${instruction.keyword} fails. Correct the path.`,
      });
    }
  },
});
