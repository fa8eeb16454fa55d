import assert from 'node:assert/strict';
import { languageIdOf } from '../../server/src/languageIds.ts';
import { isLevel, isProfile, profiles } from '../../server/src/lint/severity.ts';
import { languages } from './languages.ts';
import { settings } from './settings.ts';

describe('settings', () => {
  const setting = (key: string) => settings.find((each) => each.key === key);

  it('offer the profiles that the language server knows', () => {
    const offered = Object.keys(setting('dockwright.lint.profile')?.values ?? {});
    assert.deepEqual(offered.filter((profile) => profile !== 'off').sort(), [...profiles].sort());
    assert.ok(isProfile(setting('dockwright.lint.profile')?.default));
  });

  it('offer levels of rules that the language server knows', () => {
    assert.ok(setting('dockwright.lint.rules')?.entryValues?.every(isLevel));
  });

  it('have defaults among their values', () => {
    for (const { key, values, default: value } of settings) {
      if (values) assert.ok(String(value) in values, key);
    }
  });

  it('cannot name an engine from a folder that is not trusted', () => {
    assert.deepEqual(
      settings.filter(({ restricted }) => restricted).map(({ key }) => key),
      ['dockwright.engine.host', 'dockwright.registry.lookup'],
    );
  });
});

describe('languages', () => {
  const ids = { dockerfile: 'dockerfile', dockercompose: 'compose', dockerignore: 'dockerignore' } as const;

  for (const { id, filenames, filenamePatterns, extensions } of languages) {
    it(`name only files of ${id} that the language server takes for such`, () => {
      const examples = [
        ...filenames,
        ...filenamePatterns.map((pattern) => pattern.replace('{docker,podman}', 'docker').replaceAll('*', 'dev')),
        ...extensions.map((extension) => `dev${extension}`),
      ];
      for (const name of examples) assert.equal(languageIdOf(`file:///code/${name}`), ids[id], name);
    });
  }
});
