/** Writes what the manifest says of commands, menus, views, settings and languages from the tables in the client. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../client/src/commands/command.ts';
import { commands } from '../../client/src/commands/index.ts';
import { languages } from '../../client/src/languages.ts';
import type { TargetKind } from '../../client/src/model/targets.ts';
import { type Setting, settings } from '../../client/src/settings.ts';
import { views } from '../../client/src/views/index.ts';
import { whenRow } from '../../client/src/views/view.ts';
import { loadLanguages } from '../../server/src/languages.ts';
import type { Generated } from './main.ts';

type Json = Readonly<Record<string, unknown>>;

const container = 'dockwright';

/** The view in which a kind is at home: its keys work there. */
const homes: Readonly<Record<TargetKind, string>> = {
  container: 'containers',
  project: 'containers',
  image: 'images',
  volume: 'volumes',
  network: 'networks',
};

/** Shares of the sidebar's height. */
const sizes: Readonly<Record<string, number>> = { containers: 4, images: 3, volumes: 2, networks: 2 };

export async function generateManifest(root: string): Promise<Generated[]> {
  const path = 'package.json';
  const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Json;
  const text = JSON.stringify(
    {
      ...manifest,
      activationEvents: languages.map(({ id }) => `onLanguage:${id}`),
      extensionKind: ['workspace'],
      capabilities: capabilities(),
      contributes: contributions(),
    },
    undefined,
    2,
  );
  return [{ path, text: `${text}\n` }];
}

function capabilities(): Json {
  return {
    untrustedWorkspaces: {
      supported: 'limited',
      description:
        'Nothing of the folder is built or run, and its settings cannot name an engine or let registries be asked.',
      restrictedConfigurations: settings.filter(({ restricted }) => restricted).map(({ key }) => key),
    },
    virtualWorkspaces: {
      supported: 'limited',
      description: 'The sidebar works. Files that are not on disk are not looked at and cannot be built.',
    },
  };
}

function contributions(): Json {
  return {
    viewsContainers: {
      activitybar: [{ id: container, title: 'Dockwright', icon: 'images/sidebar.svg' }],
    },
    views: {
      [container]: views.map(({ id, name }) => ({
        id: `dockwright.${id}`,
        name,
        contextualTitle: 'Dockwright',
        icon: 'images/sidebar.svg',
        size: sizes[id],
      })),
    },
    viewsWelcome: welcomes(),
    commands: commands.map(commandEntry),
    menus: menus(),
    keybindings: commands.flatMap(keybindings),
    configuration: configuration(),
    languages: languages.map(({ id, name, filenames, filenamePatterns, extensions, configuration }) => ({
      id,
      aliases: [name],
      filenames,
      filenamePatterns,
      ...(extensions.length > 0 && { extensions }),
      ...(configuration !== undefined && { configuration }),
    })),
    grammars: languages.flatMap(({ id, grammar }) =>
      grammar ? [{ language: id, scopeName: grammar.scope, path: grammar.path, ...embedded(id) }] : [],
    ),
    snippets: languages.flatMap(({ id, snippets }) =>
      snippets === undefined ? [] : [{ language: id, path: snippets }],
    ),
    configurationDefaults: {
      '[dockerfile]': { 'editor.quickSuggestions': { strings: true } },
      '[dockercompose]': {
        'editor.insertSpaces': true,
        'editor.tabSize': 2,
        'editor.autoIndent': 'advanced',
        'editor.quickSuggestions': { other: true, comments: false, strings: true },
      },
    },
  };
}

/** Shell inside Dockerfiles gets the editor's help for shell, such as comment toggling. */
function embedded(id: string): Json {
  return id === 'dockerfile' ? { embeddedLanguages: { 'meta.embedded.line.shell': 'shellscript' } } : {};
}

function welcomes(): readonly Json[] {
  const log = '[Show Log](command:dockwright.showLog)';
  const again = '[Try Again](command:dockwright.engine.retry)';
  const address = '[Set Engine Address](command:dockwright.engine.configure)';
  return views.flatMap(({ id, whenEmpty }) => {
    const view = `dockwright.${id}`;
    const isFirst = id === views[0]?.id;
    const unreachable = isFirst
      ? [
          'No Docker Engine answers. Start Docker, Podman or another engine: it is noticed by itself within half a minute.',
          again,
          `Is it elsewhere, or is none installed?`,
          address,
          `[How to install Docker](https://docs.docker.com/get-started/get-docker/) · ${log}`,
        ]
      : ['No Docker Engine answers.', again];
    const denied = isFirst
      ? [
          'There is a Docker Engine, but you may not use its socket.',
          'On Linux, members of the group docker may, which gives them the rights of root: sudo usermod -aG docker $USER, then log out and in again.',
          again,
          address,
          `[About access to Docker](https://docs.docker.com/engine/install/linux-postinstall/) · ${log}`,
        ]
      : ["You may not use the engine's socket.", again];
    return [
      { view, contents: unreachable.join('\n\n'), when: 'dockwright.engine == unreachable' },
      { view, contents: denied.join('\n\n'), when: 'dockwright.engine == denied' },
      { view, contents: whenEmpty, when: 'dockwright.engine == connected' },
    ];
  });
}

const categories: Readonly<Record<TargetKind, string>> = {
  container: 'Dockwright Containers',
  project: 'Dockwright Containers',
  image: 'Dockwright Images',
  volume: 'Dockwright Volumes',
  network: 'Dockwright Networks',
};

function commandEntry(command: Command): Json {
  return {
    command: `dockwright.${command.id}`,
    title: command.title,
    category: command.target ? categories[command.target.kind] : 'Dockwright',
    ...(command.icon !== undefined && { icon: `$(${command.icon})` }),
    ...(command.enablement !== undefined && { enablement: command.enablement }),
  };
}

function menus(): Json {
  const places = (menu: string) =>
    commands.flatMap(({ id, places }) =>
      places
        .filter((place) => place.menu === menu)
        .map(({ when, group }) => ({ command: `dockwright.${id}`, when, group })),
    );
  return {
    'view/title': places('view/title'),
    'view/item/context': commands.flatMap(rowEntries),
    'explorer/context': places('explorer/context'),
    'editor/context': places('editor/context'),
    commandPalette: commands
      .filter(({ internal }) => internal)
      .map(({ id }) => ({ command: `dockwright.${id}`, when: 'false' })),
  };
}

function rowEntries({ id, target }: Command, index: number): readonly Json[] {
  if (!target) return [];
  const conditions = [whenRow(target.kind, target.when as never, target.flag)];
  if (target.onProject) conditions.push(whenRow('project', target.onProject));
  return conditions.flatMap((when) => [
    { command: `dockwright.${id}`, when, group: `${target.group}@${index}` },
    ...(target.inline === undefined ? [] : [{ command: `dockwright.${id}`, when, group: `inline@${target.inline}` }]),
  ]);
}

function keybindings({ id, target }: Command): readonly Json[] {
  if (!target?.key) return [];
  const view = homes[target.kind];
  const when = `focusedView == dockwright.${view} && listFocus && !inputFocus`;
  return [{ command: `dockwright.${id}`, ...target.key, when, args: { view } }];
}

function configuration(): readonly Json[] {
  const titles = [...new Set(settings.map(({ title }) => title))];
  return titles.map((title) => ({
    title,
    properties: Object.fromEntries(
      settings
        .filter((setting) => setting.title === title)
        .map((setting, order) => [setting.key, property(setting, order)]),
    ),
  }));
}

function property(setting: Setting, order: number): Json {
  const { type, default: value, description, values, entryValues, scope } = setting;
  return {
    type,
    default: value,
    markdownDescription: description,
    ...(values && { enum: Object.keys(values), markdownEnumDescriptions: Object.values(values) }),
    ...(entryValues && { properties: ruleProperties(), patternProperties: { '.*': { enum: entryValues } } }),
    scope,
    order,
  };
}

const linted = await loadLanguages();

/** Every rule by id, so that the settings editor completes and explains them. Some rules are in several languages. */
function ruleProperties(): Json {
  const rules = linted.flatMap((language) => language.rules.map(({ id, summary }) => [id, summary] as const));
  const sorted = rules.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([id, description]) => [id, { description }]));
}
