import { closest } from '../../lint/closest.ts';
import { dockerfileOf } from '../model/buildFile.ts';
import { hasVariable } from '../model/interpolation.ts';
import { composeRule } from '../rule.ts';

export const undefinedBuildTarget = composeRule({
  id: 'undefined-build-target',
  summary: "'build.target' must be a stage of the Dockerfile.",
  why: 'The build fails when the Dockerfile has no such stage.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    build:\n      context: .\n      target: «prodution»\n',
      good: 'services:\n  web:\n    build:\n      context: .\n      target: production\n',
      files: { Dockerfile: 'FROM nginx:1.27 AS production\n' },
    },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      const target = service.mapping('build')?.scalar('target');
      const dockerfile = target && dockerfileOf(service);
      if (!target || !dockerfile || hasVariable(target.value)) continue;
      if (dockerfile.stageByName(target.value)) continue;
      // A number selects a stage by its place.
      if (/^\d+$/.test(target.value) && Number(target.value) < dockerfile.stages.length) continue;
      const names = dockerfile.stages.flatMap(({ name }) => name ?? []);
      const near = closest(target.value, names);
      const at = target.spanOf(text, 0, target.value.length);
      const known = names.length > 0 ? ` Use ${near ? `'${near}'` : `one of '${names.join("', '")}'`}.` : '';
      report({
        at,
        message: `The Dockerfile has no stage '${target.value}'.${known}`,
        fixes: () => (near ? [{ title: `Change to '${near}'`, safe: false, edits: [{ at, newText: near }] }] : []),
      });
    }
  },
});
