import assert from 'node:assert/strict';
import path from 'node:path';
import { read, trackedFiles } from '../support/repository.ts';

/** What the files of a folder may import: our own folders, and packages. `node:*` stands for all of Node. */
interface Fence {
  readonly ours: readonly string[];
  readonly packages: readonly string[];
}

const server = (...names: string[]): string[] => names.map((name) => `server/src/${name}`);
const client = (...names: string[]): string[] => names.map((name) => `client/src/${name}`);

const basics = server('text', 'shell', 'image');
const language = (name: string, ...more: string[]): string[] => more.map((part) => `server/src/${name}/${part}`);
const everythingOf = (name: string): string[] => {
  return language(name, 'syntax', 'model', 'schema', 'errors', 'rules', 'features', 'surroundings.ts', 'rule.ts');
};

/**
 * The table of ARCHITECTURE.md: a file may import within its own folder, from the folders named here, and nothing else.
 * The longest matching path counts. Tests beside the code may also use Node and Mocha.
 */
const fences: Readonly<Record<string, Fence>> = {
  'server/src/text': { ours: [], packages: [] },
  'server/src/answers.ts': { ours: [], packages: [] },
  'server/src/shell': { ours: server('text', 'answers.ts'), packages: ['unbash'] },
  'server/src/image': { ours: server('text'), packages: [] },
  'server/src/host.ts': { ours: [], packages: [] },
  'server/src/lint': { ours: server('text'), packages: ['vscode-languageserver-types'] },
  'server/src/language.ts': { ours: server('text', 'lint', 'host.ts'), packages: ['vscode-languageserver-types'] },

  'server/src/dockerfile/syntax': { ours: server('text'), packages: [] },
  'server/src/dockerfile/model': {
    ours: [...language('dockerfile', 'syntax'), ...basics, ...server('answers.ts')],
    packages: [],
  },
  'server/src/dockerfile/surroundings.ts': {
    ours: [...language('dockerfile', 'model'), ...server('text', 'host.ts')],
    packages: ['@balena/dockerignore'],
  },
  'server/src/dockerfile/rule.ts': {
    ours: [...language('dockerfile', 'model'), ...server('lint', 'text')],
    packages: [],
  },
  'server/src/dockerfile/shellRule.ts': {
    ours: [...language('dockerfile', 'model', 'rule.ts'), ...basics, ...server('lint')],
    packages: [],
  },
  'server/src/dockerfile/rules': {
    ours: [...language('dockerfile', 'model', 'errors', 'rule.ts', 'shellRule.ts'), ...basics, ...server('lint')],
    packages: ['spdx-license-ids'],
  },
  'server/src/dockerfile/errors': {
    ours: [...language('dockerfile', 'syntax', 'model', 'rule.ts'), ...basics, ...server('lint')],
    packages: [],
  },
  'server/src/dockerfile/features': {
    ours: [
      ...language('dockerfile', 'model', 'syntax', 'surroundings.ts'),
      ...basics,
      ...server('host.ts', 'language.ts'),
    ],
    packages: ['vscode-languageserver-types', '@balena/dockerignore'],
  },
  'server/src/dockerfile/language.ts': {
    ours: [...everythingOf('dockerfile'), ...basics, ...server('lint', 'host.ts', 'language.ts')],
    packages: [],
  },

  'server/src/compose/syntax': { ours: server('text'), packages: ['yaml'] },
  'server/src/compose/schema': { ours: [...language('compose', 'syntax'), ...server('text')], packages: [] },
  'server/src/compose/model': {
    ours: [...language('compose', 'syntax', 'schema'), ...language('dockerfile', 'model'), ...basics],
    packages: [],
  },
  'server/src/compose/surroundings.ts': {
    ours: [...language('compose', 'model'), ...server('text', 'host.ts')],
    packages: [],
  },
  'server/src/compose/rule.ts': { ours: [...language('compose', 'model'), ...server('lint', 'text')], packages: [] },
  'server/src/compose/rules': {
    ours: [...language('compose', 'model', 'schema', 'rule.ts'), ...basics, ...server('lint')],
    packages: [],
  },
  'server/src/compose/errors': {
    ours: [...language('compose', 'syntax', 'model', 'schema', 'rule.ts'), ...basics, ...server('lint')],
    packages: [],
  },
  'server/src/compose/features': {
    ours: [
      ...language('compose', 'model', 'syntax', 'schema'),
      ...server('image', 'text', 'host.ts', 'language.ts', 'dockerfile/model'),
    ],
    packages: ['vscode-languageserver-types'],
  },
  'server/src/compose/language.ts': {
    ours: [...everythingOf('compose'), ...basics, ...server('lint', 'host.ts', 'language.ts', 'dockerfile/model')],
    packages: [],
  },

  'server/src/dockerignore': {
    ours: server('text', 'lint', 'host.ts', 'language.ts'),
    packages: ['vscode-languageserver-types'],
  },

  'server/src/languages.ts': {
    ours: server(
      'language.ts',
      'languageIds.ts',
      'dockerfile/language.ts',
      'compose/language.ts',
      'dockerignore/language.ts',
    ),
    packages: [],
  },
  'server/src/languageIds.ts': { ours: [], packages: [] },
  'server/src/v8Flags.ts': { ours: [], packages: ['node:v8'] },
  'server/src/lsp': {
    ours: [
      ...server('languages.ts', 'language.ts', 'languageIds.ts', 'lint', 'text', 'host.ts', 'v8Flags.ts'),
      ...language('compose', 'syntax/plainYaml.ts'),
    ],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-languageserver-types', 'node:*'],
  },
  // Reads YAML in only when a file asks for it.
  'server/src/cli': {
    ours: [
      ...server('languages.ts', 'language.ts', 'languageIds.ts', 'lint', 'text', 'host.ts', 'v8Flags.ts'),
      ...language('compose', 'syntax/plainYaml.ts'),
      'server/package.json',
    ],
    packages: ['ignore', 'node:*'],
  },
  'server/src/main.ts': { ours: [...server('lsp'), 'server/package.json'], packages: ['vscode-languageserver'] },

  'client/src/engine': {
    ours: [],
    packages: ['dockerode', 'tar-stream', '@balena/dockerignore', 'protobufjs', 'node:*'],
  },
  'client/src/model': { ours: client('engine'), packages: [] },
  'client/src/ui': { ours: [], packages: [] },
  'client/src/views': { ours: client('model'), packages: [] },
  // Of Node only the arithmetic of paths, which touches nothing.
  'client/src/commands': { ours: client('engine', 'model', 'ui'), packages: ['node:path'] },
  'client/src/settings.ts': { ours: [], packages: [] },
  'client/src/languages.ts': { ours: [], packages: [] },
  'client/src/vscode': {
    ours: client('engine', 'model', 'ui', 'views', 'commands', 'settings.ts'),
    packages: ['vscode', 'vscode-languageclient', 'node:*'],
  },
  'client/src/extension.ts': {
    ours: client('engine', 'model', 'ui', 'views', 'commands', 'settings.ts', 'languages.ts', 'vscode'),
    packages: ['vscode', 'node:*'],
  },
};

const inTests = ['node:*', 'mocha'];

describe('imports', () => {
  const sources = trackedFiles('server/src', 'client/src').filter((file) => file.endsWith('.ts'));

  it('stay inside the fences', () => {
    const crossings: string[] = [];
    for (const file of sources) {
      for (const specifier of importsOf(read(file))) {
        if (!allows(file, specifier)) crossings.push(`${file} imports ${specifier}`);
      }
    }
    assert.deepEqual(crossings, []);
  });

  it('of every source folder are fenced', () => {
    const unfenced = sources.filter((file) => !isTest(file) && fenceOf(file) === undefined);
    // A folder or file without a row could import anything.
    assert.deepEqual(
      unfenced.filter((file) => importsOf(read(file)).length > 0),
      [],
    );
  });

  it('are found in every form', () => {
    const text = [
      "import a from 'one';",
      "import { b,\n  type C } from '../two.ts';",
      "import type { D } from 'three';",
      "import 'four';",
      "export * from './five.ts';",
      "const e = await import('six');",
      "const f = require('seven');",
      "const notOne = `import x from 'eight'`;",
    ].join('\n');
    assert.deepEqual(importsOf(text), ['one', '../two.ts', 'three', 'four', './five.ts', 'six', 'seven']);
  });

  it('that cross are refused', () => {
    assert.equal(allows('server/src/text/span.ts', 'node:fs'), false);
    assert.equal(allows('server/src/text/span.ts', '../lint/rule.ts'), false);
    assert.equal(allows('server/src/dockerfile/model/stage.ts', '../../compose/model/service.ts'), false);
    assert.equal(allows('server/src/dockerfile/features/hover.ts', 'vscode-languageserver'), false);
    assert.equal(allows('client/src/commands/start.ts', 'vscode'), false);
    assert.equal(allows('client/src/vscode/treeView.ts', 'dockerode'), false);
    assert.equal(allows('server/src/compose/model/project.ts', '../../dockerfile/model/stage.ts'), true);
  });
});

function allows(file: string, specifier: string): boolean {
  const fence = fenceOf(file);
  if (!fence) return isTest(file);
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const own = fenceFolder(file);
    return [own, ...fence.ours].some((place) => place !== undefined && within(target, place)) || isTest(file);
  }
  const packages = isTest(file) ? [...fence.packages, ...inTests] : fence.packages;
  return packages.some((name) => {
    if (name === 'node:*') return specifier.startsWith('node:');
    return specifier === name || specifier.startsWith(`${name}/`);
  });
}

function importsOf(text: string): string[] {
  const forms = /^(?:import|export)\s[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\b(?:import|require)\('([^']+)'\)/gm;
  return [...text.matchAll(forms)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function fenceOf(file: string): Fence | undefined {
  const folder = fenceFolder(file);
  return folder === undefined ? undefined : fences[folder];
}

function fenceFolder(file: string): string | undefined {
  const matching = Object.keys(fences).filter((place) => within(file, place));
  return matching.sort((a, b) => b.length - a.length)[0];
}

function within(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

/** Also what only tests import. */
function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('/testing.ts');
}
