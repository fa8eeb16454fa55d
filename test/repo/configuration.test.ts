import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { loadLanguages } from '../../server/src/languages.ts';
import { unknownRules } from '../../server/src/lint/config.ts';
import { readDockwrightConfig } from '../../server/src/lint/dockwrightConfig.ts';
import { ruleNames } from '../../server/src/lint/names.ts';
import { read } from '../support/repository.ts';

/** Values of a `dockwright.yaml`, and whether they are right. */
const values: readonly (readonly [right: boolean, value: unknown])[] = [
  [true, {}],
  [true, { $schema: 'x', profile: 'strict', ignore: ['vendor/'], threshold: 'style', suppressionComments: false }],
  [
    true,
    { rules: { 'no-sudo': 'off', DL3008: 'error', 'hadolint/DL3006': 'on', SC2086: true, StageNameCasing: false } },
  ],
  [true, { options: { trustedRegistries: ['docker.io'], labelSchema: { a: 'email' }, strictLabels: true } }],
  [true, { overrides: [{ files: ['a'], profile: 'buildkit', rules: {}, options: {}, suppressionComments: true }] }],
  [false, []],
  [false, { bogus: 1 }],
  [false, { profile: 'all' }],
  [false, { rules: { 'no-sudo': 'fatal' } }],
  [false, { rules: { 'no-sudo': { severity: 'error' } } }],
  [false, { rules: { 'no-sude': 'off' } }],
  [false, { rules: ['no-sudo'] }],
  [false, { options: { bogus: 1 } }],
  [false, { options: { trustedRegistries: 'docker.io' } }],
  [false, { options: { labelSchema: { a: 'b' } } }],
  [false, { options: { strictLabels: 'yes' } }],
  [false, { suppressionComments: 'no' }],
  [false, { ignore: 'vendor/' }],
  [false, { threshold: 'none' }],
  [false, { overrides: {} }],
  [false, { overrides: [{ profile: 'strict' }] }],
  [false, { overrides: [{ files: 'a' }] }],
  [false, { overrides: [{ files: ['a'], threshold: 'error' }] }],
];

describe('the schema of dockwright.yaml', () => {
  it('takes what is taken, and nothing else', async () => {
    const ajv = new Ajv();
    const validate = ajv.compile(JSON.parse(read('docs/dockwright.schema.json')));
    const names = new Set((await loadLanguages()).flatMap((language) => [...ruleNames(language).all()]));
    for (const [right, value] of values) {
      const { layer, problems } = readDockwrightConfig(value, '');
      const isTaken = problems.length === 0 && unknownRules(layer, names).length === 0;
      assert.equal(isTaken, right, `loader: ${JSON.stringify(value)}`);
      assert.equal(validate(value), right, `schema: ${JSON.stringify(value)} ${ajv.errorsText(validate.errors)}`);
    }
  });

  it('knows every name that rules have', async () => {
    const { rules } = JSON.parse(read('docs/dockwright.schema.json')).definitions;
    const prefixed = new RegExp(Object.keys(rules.patternProperties)[0] ?? '');
    for (const language of await loadLanguages()) {
      for (const name of ruleNames(language).all())
        assert.ok(Object.hasOwn(rules.properties, name) || prefixed.test(name), name);
    }
  });
});
