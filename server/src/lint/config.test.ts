import assert from 'node:assert/strict';
import { emptyLayer, type Layer, Resolver, unknownRules } from './config.ts';
import { readDclintConfig } from './dclintConfig.ts';
import { readDockwrightConfig } from './dockwrightConfig.ts';
import { hadolintEnvironment, hadolintLayer, readHadolintConfig } from './hadolintConfig.ts';
import { defaultRuleOptions } from './rule.ts';
import type { ConfigProblem } from './values.ts';

const messages = (problems: readonly ConfigProblem[]): string[] =>
  problems.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('dockwright.yaml', () => {
  it('reads every key', () => {
    const { layer, problems } = readDockwrightConfig(
      {
        $schema: 'x',
        profile: 'strict',
        rules: { a: 'off', b: 'error', c: true, d: false },
        options: { trustedRegistries: ['docker.io'], labelSchema: { maintainer: 'email' }, strictLabels: true },
        suppressionComments: false,
        ignore: ['vendor/'],
        threshold: 'warning',
        overrides: [{ files: ['*.dev'], profile: 'buildkit', rules: { a: 'on' }, options: { strictLabels: false } }],
      },
      '/project',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(layer, {
      folder: '/project',
      profile: 'strict',
      levels: { a: 'off', b: 'error', c: 'on', d: 'off' },
      options: { trustedRegistries: ['docker.io'], labelSchema: { maintainer: 'email' }, strictLabels: true },
      suppressionComments: false,
      ignore: ['vendor/'],
      threshold: 'warning',
      overrides: [{ files: ['*.dev'], profile: 'buildkit', levels: { a: 'on' }, options: { strictLabels: false } }],
    });
  });

  it('takes an empty file, and null for absent', () => {
    assert.deepEqual(readDockwrightConfig(null, '/p'), { layer: { ...emptyLayer, folder: '/p' }, problems: [] });
    assert.deepEqual(readDockwrightConfig({ profile: null, rules: null }, '').layer, emptyLayer);
  });

  it('tells what is wrong and keeps the rest', () => {
    const { layer, problems } = readDockwrightConfig(
      {
        profile: 'severe',
        rules: { a: 'fatal', b: 'off' },
        options: { trustedRegistries: 'x', labelSchema: { a: 'number' }, more: 1 },
        ignore: [1, 'x'],
        overrides: [{ rules: {} }, 7],
        colour: 'red',
      },
      '',
    );
    assert.deepEqual(layer.levels, { b: 'off' });
    assert.deepEqual(layer.ignore, ['x']);
    assert.deepEqual(messages(problems).sort(), [
      "colour: 'colour' is not a known key. Known are profile, rules, options, suppressionComments, ignore, threshold, overrides.",
      "ignore.0: An item must be a text, not '1'.",
      "options.labelSchema.a: 'a' must be one of text, url, semver, hash, rfc3339, spdx, email, not 'number'.",
      "options.more: 'more' is not a known key. Known are trustedRegistries, labelSchema, strictLabels.",
      "options.trustedRegistries: 'trustedRegistries' must be a list, not 'x'.",
      'overrides.0: An item must be a mapping with files, not a mapping.',
      "overrides.1: An item must be a mapping, not '7'.",
      "profile: 'profile' must be one of recommended, strict, hadolint, buildkit, dclint, not 'severe'.",
      "rules.a: 'a' must be one of off, on, error, warning, info, style, not 'fatal'.",
    ]);
    assert.deepEqual(messages(readDockwrightConfig('text', '').problems), [
      ": The file must be a mapping, not 'text'.",
    ]);
  });

  it('finds rules that do not exist', () => {
    const { layer } = readDockwrightConfig(
      {
        rules: { 'pin-image': 'off', known: 'on', zzzzzzzz: 'off' },
        overrides: [{ files: [], rules: { DL3066: 'off' } }],
      },
      '',
    );
    assert.deepEqual(messages(unknownRules(layer, new Set(['known', 'pin-images', 'DL3006']))), [
      "rules.pin-image: There is no rule 'pin-image'. Did you mean 'pin-images'?",
      "rules.zzzzzzzz: There is no rule 'zzzzzzzz'.",
      "overrides.0.rules.DL3066: There is no rule 'DL3066'. Did you mean 'DL3006'?",
    ]);
  });
});

describe('.hadolint.yaml', () => {
  const all = {
    'no-fail': true,
    'no-color': true,
    verbose: false,
    format: 'sarif',
    formats: ['json'],
    override: { error: ['DL3006'], warning: ['DL3006', 'DL3007'], info: ['DL3008'], style: ['DL3009', 'SC2086'] },
    ignored: ['DL3007'],
    trustedRegistries: ['docker.io'],
    'label-schema': { author: 'text', url: 'url', other: '' },
    'strict-labels': true,
    'disable-ignore-pragma': true,
    'failure-threshold': 'none',
    unknown: 1,
  };

  it('reads every key', () => {
    const { config, problems } = readHadolintConfig(all);
    assert.deepEqual(problems, []);
    assert.ok(config);
    assert.deepEqual(hadolintLayer([config], '/p'), {
      folder: '/p',
      levels: { DL3009: 'style', SC2086: 'style', DL3008: 'info', DL3006: 'error', DL3007: 'off' },
      options: {
        trustedRegistries: ['docker.io'],
        labelSchema: { author: 'text', url: 'url', other: 'text' },
        strictLabels: true,
      },
      ignore: [],
      overrides: [],
      formats: ['sarif', 'json'],
      suppressionComments: false,
      threshold: 'style',
      noFail: true,
      noColor: true,
      verbose: false,
    });
  });

  it('takes one registry as a text', () => {
    assert.deepEqual(readHadolintConfig({ trustedRegistries: 'ghcr.io' }).config?.trustedRegistries, ['ghcr.io']);
  });

  it('is dropped as a whole when one value is wrong', () => {
    for (const wrong of [
      null,
      [],
      'x',
      { 'no-fail': 'yes' },
      { format: 'xml' },
      { override: [] },
      { override: { error: 'DL1' } },
      { ignored: 'DL3006' },
      { ignored: [1] },
      { 'label-schema': { a: 'b' } },
      { 'failure-threshold': 'fatal' },
    ]) {
      const { config, problems } = readHadolintConfig(wrong);
      assert.equal(config, undefined, JSON.stringify(wrong));
      assert.ok(problems.length > 0, JSON.stringify(wrong));
    }
  });

  it('adds up with the environment as hadolint does', () => {
    const environment = hadolintEnvironment({
      HADOLINT_NOFAIL: 'Yes',
      HADOLINT_STRICT_LABELS: '0',
      HADOLINT_FORMAT: 'gnu,nonsense',
      HADOLINT_OVERRIDE_ERROR: 'DL3008, DL3010',
      HADOLINT_IGNORE: 'DL3006',
      HADOLINT_TRUSTED_REGISTRIES: 'ghcr.io,quay.io',
      HADOLINT_REQUIRE_LABELS: 'author:email,nonsense,url:number',
      HADOLINT_FAILURE_THRESHOLD: 'error',
      HADOLINT_DISABLE_IGNORE_PRAGMA: 'off',
    });
    const { config } = readHadolintConfig({ ...all, 'no-fail': false });
    assert.ok(environment && config);
    const layer = hadolintLayer([environment, config], '');
    assert.deepEqual(layer.levels, {
      DL3009: 'style',
      SC2086: 'style',
      DL3008: 'error',
      DL3007: 'off',
      DL3010: 'error',
      DL3006: 'off',
    });
    assert.deepEqual(layer.options.trustedRegistries, ['ghcr.io', 'quay.io', 'docker.io']);
    assert.equal(layer.options.labelSchema?.author, 'email');
    assert.equal(layer.options.strictLabels, true);
    assert.deepEqual(layer.formats, ['gnu', 'sarif', 'json']);
    assert.equal(layer.noFail, false);
    assert.equal(layer.threshold, 'style');
    assert.equal(layer.suppressionComments, false);
    assert.equal(hadolintLayer([environment], '').noFail, true);
  });

  it('has no environment where none is set', () => {
    assert.equal(hadolintEnvironment({ PATH: '/bin', NO_COLOR: '' }), undefined);
  });
});

describe('.dclintrc', () => {
  it('reads levels and exclusions', () => {
    const { layer, problems } = readDclintConfig(
      { rules: { 'no-version-field': 0, a: 1, b: [2, { x: 1 }] }, exclude: ['vendor', 'a/b'], quiet: true },
      '/p',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(layer.levels, { 'dclint/no-version-field': 'off', 'dclint/a': 'warning', 'dclint/b': 'error' });
    const resolver = new Resolver([layer]);
    assert.equal(resolver.isIgnored('/p/x/vendored/compose.yaml'), true);
    assert.equal(resolver.isIgnored('/p/x/a/b/compose.yaml'), true);
    assert.equal(resolver.isIgnored('/p/x/compose.yaml'), false);
  });

  it('tells wrong levels', () => {
    assert.deepEqual(messages(readDclintConfig({ rules: { a: 3, b: 'off' } }, '').problems), [
      "rules.a: 'a' must be 0, 1 or 2, not '3'.",
      "rules.b: 'b' must be 0, 1 or 2, not 'off'.",
    ]);
  });
});

describe('Resolver', () => {
  const layer = (parts: Partial<Layer>): Layer => ({ ...emptyLayer, folder: '/p', ...parts });

  it('merges layers, later ones first', () => {
    const resolver = new Resolver([
      layer({ levels: { a: 'off' }, profile: 'strict', options: { trustedRegistries: ['x'] } }),
      layer({ levels: { a: 'error' }, options: { strictLabels: true }, suppressionComments: false }),
    ]);
    assert.deepEqual(resolver.configurationFor('/p/Dockerfile'), {
      profile: 'strict',
      suppressionComments: false,
      options: { ...defaultRuleOptions, trustedRegistries: ['x'], strictLabels: true },
      levels: [{ 'hadolint/DL3026': 'on', 'hadolint/DL3050': 'on' }, { a: 'off' }, { a: 'error' }],
    });
  });

  it('is exact in the profile hadolint only', () => {
    assert.equal(new Resolver([layer({ profile: 'hadolint' })]).configurationFor('/p/a').options.exact, true);
    assert.equal(new Resolver([layer({ profile: 'buildkit' })]).configurationFor('/p/a').options.exact, false);
  });

  it('applies overrides to the files they name and keeps one object for equals', () => {
    const resolver = new Resolver([
      layer({ levels: { a: 'on' }, overrides: [{ files: ['dev/**'], levels: { a: 'off' }, options: {} }] }),
    ]);
    const dev = resolver.configurationFor('/p/dev/Dockerfile');
    assert.deepEqual(dev.levels.at(-1), { a: 'off' });
    assert.deepEqual(resolver.configurationFor('/p/Dockerfile').levels.at(-1), { a: 'on' });
    assert.equal(resolver.configurationFor('/p/dev/x/Dockerfile'), dev);
    assert.notEqual(resolver.configurationFor('/other/Dockerfile'), dev);
  });

  it('ignores files', () => {
    const resolver = new Resolver([layer({ ignore: ['vendor/', '*.old'] })]);
    assert.equal(resolver.isIgnored('/p/vendor/Dockerfile'), true);
    assert.equal(resolver.isIgnored('/p/a/Dockerfile.old'), true);
    assert.equal(resolver.isIgnored('/p/Dockerfile'), false);
  });
});
