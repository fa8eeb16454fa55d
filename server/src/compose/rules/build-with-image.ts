import { composeRule } from '../rule.ts';

export const buildWithImage = composeRule({
  id: 'build-with-image',
  summary: "A service with both 'build' and 'image' should say which one counts.",
  why: "Compose pulls the image if it can and builds otherwise, so what runs depends on the machine; 'pull_policy' decides it.",
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['dclint/no-build-and-image'],
  severityIn: { dclint: 'error' },
  examples: [
    {
      bad: 'services:\n  web:\n    «build»: .\n    image: shop/web:1\n',
      good: 'services:\n  web:\n    build: .\n    image: shop/web:1\n    pull_policy: build\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const build = service.entry('build');
      if (!build || !service.entry('image') || service.merged('pull_policy')) continue;
      report({ at: build.key.at, message: "'build' stands beside 'image'. Remove one, or set 'pull_policy'." });
    }
  },
});
