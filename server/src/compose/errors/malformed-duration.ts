import { hasVariable } from '../model/interpolation.ts';
import { parseDuration } from '../model/units.ts';
import { asMapping, type Mapping, type Scalar } from '../syntax/tree.ts';
import { composeError } from './error.ts';

export const malformedDuration = composeError({
  id: 'malformed-duration',
  summary: 'Durations are numbers with units.',
  why: "Compose refuses a duration without a unit, such as '30', and words such as '5 minutes'.",
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    stop_grace_period: «"30"»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    stop_grace_period: "30s"\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      test: curl -f http://localhost\n      interval: «1 minute»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    healthcheck:\n      test: curl -f http://localhost\n      interval: 1m\n',
    },
  ],
  check({ model }, report) {
    const checkValue = (key: string, value: Scalar): void => {
      // A number is not a string, which is reported as such.
      if (value.type !== 'string' || hasVariable(value.value) || parseDuration(value.value) !== undefined) return;
      const unit = /^\d+$/.test(value.value) ? `${value.value}s` : '1m30s';
      const fix = { title: `Change to '${unit}'`, safe: false, edits: [{ at: value.at, newText: unit }] };
      report({
        at: value.at,
        message: `'${key}' cannot be '${value.value}'. Use numbers with units, such as '${unit}'.`,
        fixes: () => (/^\d+$/.test(value.value) ? [fix] : []),
      });
    };
    const check = (mapping: Mapping | undefined, keys: readonly string[]): void => {
      for (const key of keys) {
        const value = mapping?.scalar(key);
        if (value) checkValue(key, value);
      }
    };
    for (const service of model.services) {
      const grace = service.text('stop_grace_period');
      if (grace) checkValue('stop_grace_period', grace);
      check(service.mapping('healthcheck'), ['interval', 'timeout', 'start_period', 'start_interval']);
      const deploy = service.mapping('deploy');
      check(asMapping(deploy?.value('update_config')), ['delay', 'monitor']);
      check(asMapping(deploy?.value('rollback_config')), ['delay', 'monitor']);
      check(asMapping(deploy?.value('restart_policy')), ['delay', 'window']);
    }
  },
});
