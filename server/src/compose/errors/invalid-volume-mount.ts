import { headOf } from '../syntax/places.ts';
import { composeError } from './error.ts';

export const invalidVolumeMount = composeError({
  id: 'invalid-volume-mount',
  summary: "Mounts are '[SOURCE:]TARGET[:OPTIONS]' or have a type, a source and a target.",
  why: 'Compose refuses mounts it cannot read, and bind mounts without a source.',
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html«::»/usr/share/nginx/html\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/usr/share/nginx/html\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/usr/share/nginx/html:ro«:z»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/usr/share/nginx/html:ro,z\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - «type»: bind\n        target: /usr/share/nginx/html\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - type: bind\n        source: ./html\n        target: /usr/share/nginx/html\n',
    },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      for (const { node, problem, type, source, target } of service.volumes) {
        if (node.kind === 'scalar') {
          if (!problem) continue;
          const at = problem.end > problem.start ? node.spanOf(text, problem.start, problem.end) : node.at;
          report({ at, message: problem.message });
        } else if (model.role === 'main') {
          // The type is asked for by the schema.
          if (type === 'bind' && !source)
            report({ at: headOf(node), message: "A bind mount needs a 'source'. Add it." });
          if (!target && type)
            report({ at: headOf(node), message: "The mount has no 'target'. Add the path in the container." });
        }
      }
    }
  },
});
