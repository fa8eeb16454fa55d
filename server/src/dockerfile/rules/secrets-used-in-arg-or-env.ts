import type { Span } from '../../text/span.ts';
import { dockerfileRule } from '../rule.ts';

const secret = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const harmless = /(?:^|_)(?:public|file|version)(?:_|$)/i;

export const secretsUsedInArgOrEnv = dockerfileRule({
  id: 'secrets-used-in-arg-or-env',
  summary: 'Secrets are not handed over in ARG or ENV.',
  why: "Both end up in the image's history or configuration, where everybody who has the image can read them. Secret mounts leave nothing behind.",
  category: 'security',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['buildkit/SecretsUsedInArgOrEnv'],
  near: ['hadolint/DL3064'],
  examples: [
    {
      bad: 'FROM alpine\nARG «NPM_TOKEN»\nRUN npm ci\n',
      good: 'FROM alpine\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci\n',
    },
    { bad: 'FROM alpine\nENV «DB_PASSWORD»=x\n', good: 'FROM alpine\nENV DB_PASSWORD_FILE=/run/secrets/db\n' },
  ],
  check({ model }, report) {
    const put = (name: string, at: Span, keyword: string) => {
      if (!secret.test(name) || harmless.test(name)) return;
      report({
        at,
        message: `'${name}' looks like a secret, and ${keyword} stays in the image for all to read. Use 'RUN --mount=type=secret'.`,
      });
    };
    for (const { declarations, stage } of model.all('ARG')) {
      if (stage === undefined) continue;
      for (const { name, nameSpan } of declarations) put(name, nameSpan, 'ARG');
    }
    for (const { pairs } of model.all('ENV')) {
      for (const { key, keySpan } of pairs) put(key.text, keySpan, 'ENV');
    }
  },
});
