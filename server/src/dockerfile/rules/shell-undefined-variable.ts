import { shellRule } from '../shellRule.ts';

export const shellUndefinedVariable = shellRule({
  id: 'shell-undefined-variable',
  summary: 'A variable that is used is set before.',
  why: 'A variable that nothing sets is empty. Names in lower case are not set by the environment, so it is probably misspelt or from another RUN.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2154'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN version=1.2 && curl "https://example.org/«$verison».tar.gz"\n',
      good: 'FROM debian:12\nRUN version=1.2 && curl "https://example.org/$version.tar.gz"\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN arch=$(uname -m)\nRUN echo "«$arch»"\n',
      good: 'FROM debian:12\nARG arch\nRUN echo "$arch"\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const reference of facts.variables.unset) {
      const { name } = reference;
      // The environment may set names in capitals.
      if (name === name.toUpperCase()) continue;
      report({
        at: reference,
        message: `'${name}' is not set in this script. Declare it with ARG or ENV, or set it in the same RUN.`,
        unless: name,
      });
    }
  },
});
