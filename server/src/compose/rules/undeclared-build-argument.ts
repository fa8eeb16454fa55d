import { closest } from '../../lint/closest.ts';
import { declaredArguments, dockerfileOf } from '../model/buildFile.ts';
import { composeRule } from '../rule.ts';

/** Arguments that BuildKit itself takes or defines. */
const predefined =
  /^(?:(?:https?|ftp|no|all)_proxy|BUILDKIT_.*|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT))$/i;

export const undeclaredBuildArgument = composeRule({
  id: 'undeclared-build-argument',
  summary: "Build arguments must be declared with 'ARG' in the Dockerfile.",
  why: 'The builder ignores an argument that the Dockerfile does not declare; often its name is misspelt.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    build:\n      context: .\n      args:\n        «NODE_VERSON»: "22"\n',
      good: 'services:\n  web:\n    build:\n      context: .\n      args:\n        NODE_VERSION: "22"\n',
      files: { Dockerfile: 'ARG NODE_VERSION\nFROM node:$NODE_VERSION\n' },
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const args = service.buildArguments;
      const dockerfile = args.length > 0 ? dockerfileOf(service) : undefined;
      if (!dockerfile) continue;
      const declared = declaredArguments(dockerfile);
      for (const { key, keyAt } of args) {
        if (declared.has(key) || predefined.test(key) || key === '' || key.includes('$')) continue;
        const near = closest(key, declared);
        const advice = near ? `Use '${near}'.` : `Declare it with 'ARG ${key}', or remove it.`;
        report({ at: keyAt, message: `The Dockerfile does not declare the argument '${key}'. ${advice}` });
      }
    }
  },
});
