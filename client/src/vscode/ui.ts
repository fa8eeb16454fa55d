import {
  ConfigurationTarget,
  commands,
  env,
  type LogOutputChannel,
  type Memento,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { PickItem, Ui } from '../ui/ui.ts';
import type { VirtualDocuments } from './documents.ts';
import { openTerminal } from './terminals.ts';

export interface UiParts {
  readonly log: LogOutputChannel;
  readonly memory: Memento;
  /** Documents of the engine's records. */
  readonly records: VirtualDocuments;
  readonly markdown: VirtualDocuments;
}

/** The editor, as commands see it. */
export function editorUi({ log, memory, records, markdown }: UiParts): Ui {
  return {
    async confirm({ message, detail, choices }) {
      const titles = choices.map(({ title }) => title);
      const pressed = await window.showWarningMessage(message, { modal: true, detail }, ...titles);
      return choices.find(({ title }) => title === pressed)?.value;
    },
    async pick(items, { title }) {
      return (await window.showQuickPick(items.map(shown), { title, matchOnDescription: true }))?.value;
    },
    async pickMany(items, { title }) {
      const options = { title, matchOnDescription: true, canPickMany: true as const };
      return (await window.showQuickPick(items.map(shown), options))?.map(({ value }) => value);
    },
    async input({ validate, ...options }) {
      return window.showInputBox({ ...options, ...(validate && { validateInput: validate }) });
    },
    async progress(title, task) {
      return window.withProgress({ location: ProgressLocation.Window, title }, task);
    },
    openTerminal: (options) => openTerminal(options, (line) => log.error(line)),
    async showRecord({ kind, id, name, json }) {
      const uri = records.put(`${kind}/${fileName(name)}.json`, id, JSON.stringify(json, undefined, 2));
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
    },
    async showMarkdown({ name, text }) {
      await commands.executeCommand('markdown.showPreview', markdown.put(`${fileName(name)}.md`, name, text));
    },
    async copy(text) {
      await env.clipboard.writeText(text);
    },
    async openExternal(address) {
      await env.openExternal(Uri.parse(address));
    },
    showInformation: (message) => void window.showInformationMessage(message),
    async showError(message, ...buttons) {
      return window.showErrorMessage(message, ...buttons);
    },
    showLog: () => log.show(),
    async openSettings(query) {
      await commands.executeCommand('workbench.action.openSettings', query);
    },
    async changeSetting(key, entry, value) {
      const configuration = workspace.getConfiguration();
      const inspected = configuration.inspect<Record<string, string>>(key);
      const forWorkspace = inspected?.workspaceValue !== undefined;
      const current = forWorkspace ? inspected.workspaceValue : inspected?.globalValue;
      const target = forWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
      await configuration.update(key, { ...current, [entry]: value }, target);
    },
    recall: (key) => memory.get<string>(key),
    async remember(key, value) {
      await memory.update(key, value);
    },
  };
}

function shown<T>({ label, description, detail, picked, value }: PickItem<T>): QuickPickItem & { readonly value: T } {
  return {
    label,
    value,
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
    ...(picked !== undefined && { picked }),
  };
}

/** A name as the last part of a path. */
function fileName(name: string): string {
  return name.replace(/[/\\]/g, '_');
}
