import { type Disposable, commands as editorCommands } from 'vscode';
import type { Command, Invocation, Services } from '../commands/command.ts';
import type { Element, SidebarView } from './treeView.ts';

/** Registers every command of the table under the name that the manifest declares. */
export function registerCommands(
  commands: readonly Command[],
  views: readonly SidebarView[],
  services: Services,
): readonly Disposable[] {
  return commands.map((command) =>
    editorCommands.registerCommand(`dockwright.${command.id}`, (...given: unknown[]) =>
      command.execute(services, invocation(command, views, given)),
    ),
  );
}

/** A menu passes the clicked row and the selected ones, a keybinding the name of its view, the palette nothing. */
function invocation(command: Command, views: readonly SidebarView[], given: readonly unknown[]): Invocation {
  if (!command.target) return { arguments: given };
  const [first, selected] = given;
  if (isElement(first)) {
    const rows = Array.isArray(selected) && selected.length > 0 ? selected.filter(isElement) : [first];
    return { targets: rows.flatMap(({ row }) => row.target ?? []), arguments: [] };
  }
  const name: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'view') : undefined;
  const view = views.find(({ id }) => id === name);
  return view ? { targets: view.selection(), arguments: [] } : { arguments: [] };
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'row' in value;
}
