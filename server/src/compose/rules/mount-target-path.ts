import { composeRule } from '../rule.ts';

export const mountTargetPath = composeRule({
  id: 'mount-target-path',
  summary: 'Mount targets must be absolute paths below the root.',
  why: 'The engine refuses relative targets and mounts over the root of the container.',
  category: 'correctness',
  severity: 'error',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:«srv/html»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/srv/html\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { target } of service.volumes) {
        if (!target || target.text.startsWith('$')) continue;
        const isAbsolute = /^(?:\/|\\\\|[A-Za-z]:[\\/])/.test(target.text);
        if (isAbsolute && target.text !== '/') continue;
        const { at } = target;
        const message = isAbsolute
          ? "Nothing can be mounted at '/'. Use a path below it."
          : `The target '${target.text}' is not absolute. Begin it with '/'.`;
        report({ at, message });
      }
    }
  },
});
