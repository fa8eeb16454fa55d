import { triggerProblem } from '../errors/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const invalidOnbuildTrigger = dockerfileRule({
  id: 'invalid-onbuild-trigger',
  summary: 'ONBUILD triggers are valid instructions.',
  why: 'A build does not look at them: it fails only where somebody builds on the image, who cannot change it.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    { bad: 'FROM alpine\nONBUILD «RNU» make\n', good: 'FROM alpine\nONBUILD RUN make\n' },
    { bad: 'FROM alpine\nONBUILD COPY «--chwon»=app . /app\n', good: 'FROM alpine\nONBUILD COPY --chown=app . /app\n' },
  ],
  check({ model }, report) {
    for (const { trigger } of model.all('ONBUILD')) {
      if (trigger === undefined || ['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger.keyword)) continue;
      const problem = triggerProblem(trigger);
      // These a build finds when it reads ONBUILD itself.
      if (problem === undefined || /^(?:non-string-json-element|missing-value|missing-equals)$/.test(problem.id))
        continue;
      report({
        at: problem.at,
        message: `The image can be built, but nothing on top of it. ${problem.message}`,
        ...(problem.fixes && { fixes: problem.fixes }),
      });
    }
  },
});
