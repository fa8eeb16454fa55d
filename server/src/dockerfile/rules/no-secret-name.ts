import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';
import { type Arg, type Env, type Instruction, triggered } from '../model/instructions.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

const fragments = ['api_key', 'client_key', 'password', 'private', 'secret', 'token'];

/** Well-known variables with credentials that have none of the fragments in their name. */
const names = new Set([
  ...['application_key', 'aws_access_key_id', 'ci_deploy_user', 'docker_email', 'facebook_app_id', 'heroku_api_user'],
  ...['okta_authn_groupid', 'okta_client_orgurl', 'okta_oauth2_clientid', 'stripe_device_name', 'travis_os_name'],
  ...['travis_secure_env_vars', 'travis_sudo'],
]);

export const noSecretName = dockerfileRule({
  id: 'no-secret-name',
  summary: 'ARG and ENV do not have names that promise a secret.',
  why: 'Values of ARG and ENV can be read from the image or its history by everyone who has it; a secret mount leaves no trace.',
  category: 'security',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3064'],
  near: ['buildkit/SecretsUsedInArgOrEnv'],
  examples: [
    {
      bad: 'FROM debian:12\nENV «DATABASE_PASSWORD»=x\nARG «GITHUB_TOKEN»\n',
      good: 'FROM debian:12\nRUN --mount=type=secret,id=token,env=GITHUB_TOKEN ./fetch\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const instruction of file.model.instructions) {
      const own = triggered(instruction);
      if (own?.keyword !== 'ARG' && own?.keyword !== 'ENV') continue;
      for (const { name, at } of declared(own, options.exact)) {
        // hadolint counts user names, which nobody keeps secret.
        if (promisesSecret(name) || (options.exact && /username/i.test(name))) tell(instruction, name, at);
      }
    }

    function tell(instruction: Instruction, name: string, at: Span): void {
      reportOnce(instruction, {
        at,
        message: `${quote(name)} sounds like a secret, and its value stays readable. Use a secret mount.`,
      });
    }
  },
});

/** hadolint sees only the first name of an ARG. */
function declared(instruction: Arg | Env, exact: boolean): { name: string; at: Span }[] {
  if (instruction.keyword === 'ENV')
    return instruction.pairs.map(({ key, keySpan }) => ({ name: key.text, at: keySpan }));
  const { declarations } = instruction;
  return (exact ? declarations.slice(0, 1) : declarations).map(({ name, nameSpan }) => ({ name, at: nameSpan }));
}

function promisesSecret(name: string): boolean {
  const lower = name.toLowerCase();
  return names.has(lower) || fragments.some((fragment) => lower.includes(fragment));
}
