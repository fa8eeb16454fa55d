import { hasVariable } from '../model/interpolation.ts';
import { composeRule } from '../rule.ts';

const secretName =
  /(?:^|_)(?:PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)(?:$|_KEY$)/i;

export const secretInEnvironment = composeRule({
  id: 'secret-in-environment',
  summary: 'Passwords, tokens and keys should not be written into the file.',
  why: "Whoever can read the repository, or 'docker inspect' the container, can read them. Use secrets, an env file or a variable.",
  category: 'security',
  severity: 'warning',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: «hunter2»\n',
      good: 'services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n      API_TOKEN: ${API_TOKEN}\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      for (const { key, value, valueAt } of [...service.environment, ...service.buildArguments]) {
        if (!value || !secretName.test(key) || hasVariable(value)) continue;
        // Switches and names of files hold no secret.
        if (/^(?:true|false|yes|no|[01])$/i.test(value) || value.startsWith('/run/secrets/')) continue;
        report({ at: valueAt, message: `The value of '${key}' is there for all to read. Use a secret or a variable.` });
      }
    }
  },
});
