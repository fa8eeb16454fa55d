/** The JSON schema of `dockwright.yaml`. */
import { labelTypes } from '../../server/src/lint/dockwrightConfig.ts';
import { nearOf, withoutTool } from '../../server/src/lint/names.ts';
import { profileSummaries, profiles, severities } from '../../server/src/lint/severity.ts';
import type { Generated } from './main.ts';
import { type Found, findRules } from './rules.ts';

export async function generateConfigurationSchema(root: string): Promise<Generated[]> {
  const text = `${JSON.stringify(schema(await findRules(root)), undefined, 2)}\n`;
  return [{ path: 'docs/dockwright.schema.json', text }];
}

function schema(found: readonly Found[]): object {
  const globs = { type: 'array', items: { type: 'string' } };
  const choices = {
    profile: {
      description: 'Which rules run as long as nothing else is said.',
      type: 'string',
      oneOf: profiles.map((profile) => ({ const: profile, description: profileSummaries[profile] })),
    },
    rules: { $ref: '#/definitions/rules' },
    options: { $ref: '#/definitions/options' },
    suppressionComments: {
      description: 'False: comments such as "# dockwright ignore=" silence nothing.',
      type: 'boolean',
      default: true,
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Dockwright',
    description: 'dockwright.yaml: how Dockerfiles and Compose files are linted in its folder and below.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...choices,
      ignore: { description: 'Globs of files that are not linted, relative to this folder.', ...globs },
      threshold: {
        description: 'Findings as grave as this, or graver, make the command line fail.',
        enum: severities,
        default: 'info',
      },
      overrides: {
        description: 'Other choices for some files; later ones win.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: { description: 'Globs of the files, relative to this folder.', ...globs }, ...choices },
        },
      },
    },
    definitions: {
      level: {
        description: 'A severity also turns the rule on; "on" takes the severity of the profile or the rule itself.',
        enum: ['off', 'on', ...severities, false, true],
      },
      rules: {
        description: 'Levels of rules, by id or by the name a finding has in hadolint, ShellCheck, BuildKit or dclint.',
        type: 'object',
        properties: ruleProperties(found),
        patternProperties: { '^(?:buildkit|dclint|hadolint|shellcheck)/': { $ref: '#/definitions/level' } },
        additionalProperties: false,
      },
      options: {
        description: 'Facts about the project that some rules need.',
        type: 'object',
        additionalProperties: false,
        properties: {
          trustedRegistries: {
            description: 'Registries that base images may come from. Turns the rule for it (DL3026) on.',
            type: 'array',
            items: { type: 'string' },
          },
          labelSchema: {
            description: 'Labels that must be there and the types of their values. Turns the rules for labels on.',
            type: 'object',
            additionalProperties: { enum: labelTypes },
          },
          strictLabels: { description: 'No other labels than those of labelSchema.', type: 'boolean', default: false },
        },
      },
    },
  };
}

/** Ids with what they ask for, and the names other tools have for the same. */
function ruleProperties(found: readonly Found[]): object {
  const properties: Record<string, object> = {};
  const rules = found.flatMap((language) => language.rules);
  const level = (description: string): object => ({ description, allOf: [{ $ref: '#/definitions/level' }] });
  for (const { id, summary } of rules) properties[id] = level(summary);
  for (const { id, same } of rules) {
    for (const alias of same ?? []) properties[withoutTool(alias)] ??= level(`The same as '${id}'.`);
  }
  for (const rule of rules) {
    for (const alias of nearOf(rule))
      properties[withoutTool(alias)] ??= level(`Near to '${rule.id}', which it can turn off.`);
  }
  return properties;
}
