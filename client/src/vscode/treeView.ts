import {
  type Disposable,
  EventEmitter,
  MarkdownString,
  type Memento,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { Records, Store } from '../model/store.ts';
import type { TargetReference } from '../model/targets.ts';
import { contextValue, type Row, type View } from '../views/view.ts';

/** A row that the editor has seen. It stays the same object for as long as its id exists, which keeps selections. */
export interface Element {
  readonly id: string;
  readonly parent: Element | undefined;
  node: unknown;
  row: Row;
  /** The row as the editor has it. */
  shown?: Row;
  /** Ids of the rows under it, once the editor has asked for them. */
  children?: readonly string[];
}

/** A view in the sidebar. */
export interface SidebarView extends Disposable {
  readonly id: string;
  /** What is selected in it. */
  selection(): readonly TargetReference[];
}

/** Milliseconds in which changes are gathered, so that a burst of events is one refresh. */
const gatherTime = 50;

/**
 * Shows a view as a tree. It watches the store only while it is visible, and tells the editor only of rows that changed.
 * `expansion` remembers what the user has expanded and collapsed.
 */
export function showView(
  view: View<unknown>,
  store: Store,
  expansion: Memento,
  log: (line: string) => void,
): SidebarView {
  const provider = new Provider(view, store, expansion, log);
  const tree = window.createTreeView(`dockwright.${view.id}`, {
    treeDataProvider: provider,
    canSelectMany: true,
    showCollapseAll: true,
  });
  provider.attach(tree);
  return {
    id: view.id,
    selection: () => tree.selection.flatMap(({ row }) => row.target ?? []),
    dispose() {
      provider.dispose();
      tree.dispose();
    },
  };
}

class Provider implements TreeDataProvider<Element>, Disposable {
  readonly #view: View<unknown>;
  readonly #store: Store;
  readonly #expansion: Memento;
  readonly #log: (line: string) => void;
  readonly #changes = new EventEmitter<Element[] | undefined>();
  readonly onDidChangeTreeData = this.#changes.event;
  readonly #elements = new Map<string, Element>();
  #top: readonly string[] | undefined;
  #tree: TreeView<Element> | undefined;
  #stopWatching: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #forget: () => void;

  constructor(view: View<unknown>, store: Store, expansion: Memento, log: (line: string) => void) {
    this.#view = view;
    this.#store = store;
    this.#expansion = expansion;
    this.#log = log;
    this.#forget = store.onDidChange(() => this.#gather());
  }

  attach(tree: TreeView<Element>): void {
    this.#tree = tree;
    tree.onDidChangeVisibility(({ visible }) => {
      if (visible) {
        this.#watch();
        this.#gather();
      } else {
        this.#stopWatching?.();
        this.#stopWatching = undefined;
      }
    });
    tree.onDidExpandElement(({ element }) => this.#rememberExpansion(element, true));
    tree.onDidCollapseElement(({ element }) => this.#rememberExpansion(element, false));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#forget();
    this.#stopWatching?.();
    this.#changes.dispose();
  }

  async getChildren(parent?: Element): Promise<Element[]> {
    if (!parent) {
      // The editor asks only for what it shows.
      this.#watch();
      if (this.#store.status.kind === 'connecting') await this.#store.settled();
    }
    const elements = this.#childrenOf(this.#store.records, parent);
    const ids = elements.map(({ id }) => id);
    this.#dropOthers(parent, ids);
    if (parent) parent.children = ids;
    else this.#top = ids;
    for (const element of elements) this.#elements.set(element.id, element);
    return elements;
  }

  getParent(element: Element): Element | undefined {
    return element.parent;
  }

  getTreeItem(element: Element): TreeItem {
    const { row } = element;
    element.shown = row;
    const item = new TreeItem(row.label);
    item.id = row.id;
    item.iconPath = new ThemeIcon(
      row.icon.name,
      row.icon.color === undefined ? undefined : new ThemeColor(row.icon.color),
    );
    item.contextValue = contextValue(row);
    if (row.description) item.description = row.description;
    if (row.expandable) {
      const expanded = this.#expansion.get<boolean>(this.#key(row.id)) ?? row.expandable === 'expanded';
      item.collapsibleState = expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    }
    return item;
  }

  resolveTreeItem(item: TreeItem, { node }: Element): TreeItem {
    item.tooltip = new MarkdownString(this.#view.tooltip(this.#store.records, node));
    return item;
  }

  #watch(): void {
    this.#stopWatching ??= this.#store.watch();
  }

  #gather(): void {
    if (!this.#tree?.visible || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#refresh();
    }, gatherTime);
  }

  /** Tells the editor what differs from what it was given. */
  #refresh(): void {
    if (!this.#tree?.visible) return;
    const lost = this.#store.status.kind === 'reconnecting';
    if (this.#view.title) this.#tree.description = this.#view.title(this.#store.status);
    this.#tree.message = lost ? 'Connection lost. Trying again …' : '';
    // Before its first rows, the editor is still waiting for them.
    if (!this.#top || this.#store.status.kind === 'connecting') {
      if (this.#top && this.#top.length > 0) this.#changes.fire(undefined);
      return;
    }
    const changed: Element[] = [];
    if (this.#compare(this.#store.records, undefined, changed)) this.#changes.fire(undefined);
    else if (changed.length > 0) this.#changes.fire(changed);
  }

  /** Whether other rows than before are under the parent. Collects those whose rows, or the rows under them, changed. */
  #compare(records: Records, parent: Element | undefined, changed: Element[]): boolean {
    const known = parent ? parent.children : this.#top;
    if (!known) return false;
    const elements = this.#childrenOf(records, parent);
    if (elements.length !== known.length || elements.some(({ id }, index) => id !== known[index])) return true;
    for (const element of elements) {
      const isSame = JSON.stringify(element.row) === JSON.stringify(element.shown);
      if (!isSame || this.#compare(records, element, changed)) changed.push(element);
    }
    return false;
  }

  #childrenOf(records: Records, parent: Element | undefined): Element[] {
    try {
      return this.#view.children(records, parent?.node).map((node) => this.#elementOf(records, node, parent));
    } catch (error) {
      this.#log(`The view '${this.#view.name}' failed: ${error instanceof Error ? error.stack : String(error)}`);
      return [];
    }
  }

  #elementOf(records: Records, node: unknown, parent: Element | undefined): Element {
    const row = this.#view.row(records, node);
    const known = this.#elements.get(row.id);
    if (!known || known.parent !== parent) return { id: row.id, parent, node, row };
    known.node = node;
    known.row = row;
    return known;
  }

  #dropOthers(parent: Element | undefined, kept: readonly string[]): void {
    for (const id of (parent ? parent.children : this.#top) ?? []) {
      const element = this.#elements.get(id);
      if (!element || kept.includes(id)) continue;
      this.#dropOthers(element, []);
      this.#elements.delete(id);
    }
  }

  #rememberExpansion({ row }: Element, expanded: boolean): void {
    const isDefault = (row.expandable === 'expanded') === expanded;
    void this.#expansion.update(this.#key(row.id), isDefault ? undefined : expanded);
  }

  #key(rowId: string): string {
    return `expanded ${this.#view.id} ${rowId}`;
  }
}
