/** A tree view is two pure functions over the live records; what makes them a tree in the editor is elsewhere. */
import type { Records, Status } from '../model/store.ts';
import {
  type TargetFlag,
  type TargetKind,
  type TargetReference,
  type TargetStates,
  targetFacts,
} from '../model/targets.ts';

/** A codicon and a theme colour, both by id. */
export interface Icon {
  readonly name: string;
  readonly color?: string;
}

export interface Row {
  /** Unique in its view, and the same for as long as the thing it stands for exists. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: Icon;
  /** Absent: a leaf. */
  readonly expandable?: 'collapsed' | 'expanded';
  /** What commands on the row work on. */
  readonly target?: TargetReference;
  readonly state?: string;
  readonly flags?: readonly TargetFlag[];
}

export interface View<Node> {
  /** Without the extension's prefix. */
  readonly id: string;
  readonly name: string;
  /** Shown instead of rows when there is an engine but nothing in it; Markdown with command links. */
  readonly whenEmpty: string;
  /** Stands beside the view's name. */
  title?(status: Status): string;
  /** Nodes under a node, or at the top. Must not depend on anything but the records. */
  children(records: Records, node?: Node): readonly Node[];
  row(records: Records, node: Node): Row;
  /** Markdown. */
  tooltip(records: Records, node: Node): string;
}

/** The target's part of a row. */
export function targetRow<K extends TargetKind>(
  kind: K,
  target: Parameters<(typeof targetFacts)[K]['id']>[0],
): Required<Pick<Row, 'target' | 'state' | 'flags'>> {
  const facts: {
    id(target: unknown): string;
    state(target: unknown): string;
    flags(target: unknown): readonly TargetFlag[];
  } = targetFacts[kind];
  return { target: { kind, id: facts.id(target) }, state: facts.state(target), flags: facts.flags(target) };
}

/** What the manifest's menus see of a row: `container:running:published`. */
export function contextValue(row: Row): string {
  return [row.target?.kind ?? 'group', row.state ?? '', ...(row.flags ?? [])].join(':');
}

/** The `when` clause that is true for rows of a kind in one of the states (any when absent) with a flag. */
export function whenRow<K extends TargetKind>(kind: K, states?: readonly TargetStates[K][], flag?: TargetFlag): string {
  const state = states === undefined ? '[^:]*' : states.length === 1 ? states[0] : `(${states.join('|')})`;
  const rest = flag === undefined ? '(:|$)' : `:(.*:)?${flag}(:|$)`;
  return `view =~ /^dockwright\\./ && viewItem =~ /^${kind}:${state}${rest}/`;
}

/** The parts that are there, joined as in `a · b`. */
export function joined(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** A text as Markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');
}

/** A Markdown list of facts; those without a value are left out. */
export function facts(
  title: string,
  entries: readonly (readonly [string, string | readonly string[] | undefined])[],
): string {
  const lines = entries.flatMap(([name, value]) => {
    const values = typeof value === 'string' ? [value] : (value ?? []);
    if (values.length === 0 || values[0] === '') return [];
    return [`**${name}:** ${values.join(', ')}`];
  });
  return [`**${escapeMarkdown(title)}**`, ...lines].join('\n\n');
}
