import assert from 'node:assert/strict';
import { emptyLayer, unknownRules } from './config.ts';
import { layersOf, type ParseYaml, readConfigFile } from './configFiles.ts';
import { hadolintEnvironment } from './hadolintConfig.ts';

/** JSON, one key a line; the place of a path is the line of its last key. */
const parse: ParseYaml = (text) => {
  const locate = (path: readonly (string | number)[]): number => Math.max(0, text.indexOf(`"${path.at(-1)}"`));
  try {
    return { value: JSON.parse(text), errors: [], locate };
  } catch {
    return { errors: [{ message: 'Broken.', offset: text.length }], locate };
  }
};

describe('readConfigFile', () => {
  it('tells problems with their lines, in order', () => {
    const text = '{\n"rules": {\n"typo": "off",\n"other": "loud"},\n"colour": 1\n}';
    const { layer, problems } = readConfigFile('dockwright', text, '/p', parse, (read) =>
      unknownRules(read, new Set(['types'])),
    );
    assert.deepEqual(layer.levels, { typo: 'off' });
    assert.deepEqual(
      problems.map(({ line, message }) => `${line} ${message.slice(0, 22)}`),
      ["3 There is no rule 'typo", "4 'other' must be one of", "5 'colour' is not a know"],
    );
  });

  it('takes nothing from a file that cannot be parsed', () => {
    for (const kind of ['dockwright', 'hadolint', 'dclint'] as const) {
      assert.deepEqual(readConfigFile(kind, '{\n', '/p', parse), {
        kind,
        layer: { ...emptyLayer, folder: '/p' },
        problems: [{ line: 2, message: 'Broken.' }],
      });
    }
  });
});

describe('layersOf', () => {
  it('puts the weakest first, and hadolint and its environment into one', () => {
    const files = [
      readConfigFile('dockwright', '{"rules": {"a": "off"}}', '/p', parse),
      readConfigFile('dclint', '{"rules": {"b": 0}}', '/p', parse),
      readConfigFile('hadolint', '{"ignored": ["DL1"]}', '/q', parse),
    ];
    const environment = hadolintEnvironment({ HADOLINT_IGNORE: 'DL2' });
    const layers = layersOf(files, environment, { ...emptyLayer, levels: { c: 'on' } });
    assert.deepEqual(
      layers.map(({ levels }) => levels),
      [{ DL2: 'off', DL1: 'off' }, { 'dclint/b': 'off' }, { a: 'off' }, { c: 'on' }],
    );
    assert.equal(layers[0]?.folder, '/q');
    assert.deepEqual(layersOf([], undefined, emptyLayer), [emptyLayer]);
  });

  it('leaves a refused file of hadolint out', () => {
    const refused = readConfigFile('hadolint', '{"ignored": 1}', '/q', parse);
    assert.equal(refused.problems.length, 1);
    assert.deepEqual(layersOf([refused], undefined, emptyLayer), [emptyLayer]);
  });
});
