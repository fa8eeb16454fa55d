import { items } from '../model/nodes.ts';
import { parseBoolean } from '../model/units.ts';
import { composeRule } from '../rule.ts';

export const contradictoryHealthcheck = composeRule({
  id: 'contradictory-healthcheck',
  summary: 'A health check should say one thing.',
  why: "A disabled check with a test is never run, 'start_interval' needs a 'start_period', and CMD needs a command.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      disable: true\n      «test»: curl -f http://localhost\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      disable: true\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      test: ["CMD-SHELL", "curl", «"-f"»]\n      «start_interval»: 1s\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      test: ["CMD-SHELL", "curl -f http://localhost"]\n      start_interval: 1s\n      start_period: 20s\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const healthcheck = service.mapping('healthcheck');
      if (!healthcheck) continue;
      const test = healthcheck.get('test');
      const isDisabled = parseBoolean(healthcheck.scalar('disable')?.value ?? '') === true;
      if (isDisabled && test)
        report({
          at: test.key.at,
          message: 'The health check is disabled, so its test never runs. Remove one of them.',
        });
      const interval = healthcheck.get('start_interval');
      if (interval && !healthcheck.get('start_period') && model.role !== 'override') {
        report({ at: interval.key.at, message: "'start_interval' needs a 'start_period'. Add it." });
      }
      const [first, second, third] = items(test?.value);
      if (first?.kind !== 'scalar') continue;
      if (first.value === 'NONE' && second) {
        report({ at: second.at, message: 'NONE takes nothing behind it. Remove it.' });
      } else if ((first.value === 'CMD' || first.value === 'CMD-SHELL') && !second) {
        report({ at: first.at, message: `There is no command behind ${first.value}. Add it.` });
      } else if (first.value === 'CMD-SHELL' && third) {
        report({ at: third.at, message: 'CMD-SHELL takes one string, the rest is ignored. Join them, or use CMD.' });
      }
    }
  },
});
