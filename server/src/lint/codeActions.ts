import type { TextEdit } from '../text/edit.ts';
import { type Span, touches } from '../text/span.ts';
import type { Diagnostic } from './diagnostics.ts';
import { fixAll, gatherFixes, safeFix } from './fix.ts';
import type { Linted, SourceFile, SuppressionComment } from './linted.ts';
import { parsePragma } from './pragma.ts';

/** Commands of the client; their one argument is the id of the rule. */
export const TURN_OFF_RULE = 'dockwright.turnOffRule';
export const OPEN_RULE_DOCUMENTATION = 'dockwright.openRuleDocumentation';

export const FIX_ALL_KIND = 'source.fixAll.dockwright';

/** Something to offer at a place; `lsp` turns it into a code action. */
export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | typeof FIX_ALL_KIND;
  /** The findings it answers. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the editor may take when it is told to fix without asking back: a safe fix that the rule itself prefers. */
  readonly preferred: boolean;
  readonly edits?: readonly TextEdit[];
  readonly command?: { readonly name: string; readonly ruleId: string };
}

export interface ActionContext<File extends SourceFile> {
  readonly linted: Linted<File>;
  readonly file: File;
  /** What the file was found to have, in order of place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Lints a changed text of the same file. */
  readonly lintText: (text: string) => readonly Diagnostic[];
  /** The client has the commands above. */
  readonly commands: boolean;
}

/** What can be done about the findings that touch a span: fixes first, then silence, then reading on. */
export function quickFixes<File extends SourceFile>(context: ActionContext<File>, within: Span): Action[] {
  const here = context.diagnostics.filter(({ at }) => touches(at, within.start) || touches(within, at.start));
  const fixes: Action[] = [];
  const ruleWide: Action[] = [];
  for (const diagnostic of here) {
    for (const [index, fix] of (diagnostic.fixes?.() ?? []).entries()) {
      if (fix.edits.length === 0) continue;
      fixes.push({
        title: fix.title,
        kind: 'quickfix',
        diagnostics: [diagnostic],
        preferred: index === 0 && fix.safe,
        edits: fix.edits,
      });
    }
  }
  const rules = new Map(here.map((diagnostic) => [diagnostic.ruleId, diagnostic]));
  for (const ruleId of rules.keys()) {
    const action = fixAllOf(context, ruleId);
    if (action !== undefined) ruleWide.push(action);
  }
  return [...fixes, ...ruleWide, ...silences(context, here), ...commands(context, [...rules.values()])];
}

/** Applies every safe fix of the file; `undefined` when there is none. */
export function fixAllAction<File extends SourceFile>(context: ActionContext<File>): Action | undefined {
  const { edits } = fixAll(context.file.text, context.lintText);
  if (edits.length === 0) return undefined;
  return {
    title: 'Fix all safely fixable problems',
    kind: FIX_ALL_KIND,
    diagnostics: [],
    preferred: false,
    edits,
  };
}

/** Offered only where the rule has found more than one thing that can be fixed safely. */
function fixAllOf<File extends SourceFile>(context: ActionContext<File>, ruleId: string): Action | undefined {
  const ofRule = context.diagnostics.filter(
    (diagnostic) => diagnostic.ruleId === ruleId && safeFix(diagnostic, diagnostic.fixes?.() ?? []) !== undefined,
  );
  if (ofRule.length < 2) return undefined;
  const { edits, fixed } = gatherFixes(ofRule, safeFix);
  if (fixed < 2) return undefined;
  return {
    title: `Fix all '${ruleId}' problems in this file`,
    kind: 'quickfix',
    diagnostics: ofRule,
    preferred: false,
    edits,
  };
}

function silences<File extends SourceFile>(
  { linted, file }: ActionContext<File>,
  here: readonly Diagnostic[],
): Action[] {
  const actions: Action[] = [];
  const comments = linted.comments(file);
  const below = firstFreeLine(file);
  const seen = new Set<string>();
  for (const diagnostic of here) {
    const { ruleId, at, suppressible } = diagnostic;
    if (!suppressible) continue;
    const statement = linted.statementAt?.(file, at.start);
    const line = file.lines.lineAt((statement ?? at).start);
    // A comment above a directive would make a comment of it.
    if (line < below || seen.has(`${ruleId} ${line}`)) continue;
    seen.add(`${ruleId} ${line}`);
    actions.push({
      title: `Ignore '${ruleId}' here`,
      kind: 'quickfix',
      diagnostics: [diagnostic],
      preferred: false,
      edits: [ignoreHere(file, comments, statement, line, ruleId)],
    });
  }
  for (const diagnostic of new Map(here.map((item) => [item.ruleId, item])).values()) {
    if (!diagnostic.suppressible) continue;
    actions.push({
      title: `Ignore '${diagnostic.ruleId}' in this file`,
      kind: 'quickfix',
      diagnostics: [diagnostic],
      preferred: false,
      edits: [ignoreInFile(file, comments, diagnostic.ruleId)],
    });
  }
  return actions;
}

function commands<File extends SourceFile>(context: ActionContext<File>, rules: readonly Diagnostic[]): Action[] {
  if (!context.commands) return [];
  return rules.flatMap((diagnostic) => {
    const { ruleId } = diagnostic;
    const action = (title: string, name: string): Action => ({
      title,
      kind: 'quickfix',
      diagnostics: [diagnostic],
      preferred: false,
      command: { name, ruleId },
    });
    const documentation = action(`Open documentation of '${ruleId}'`, OPEN_RULE_DOCUMENTATION);
    return diagnostic.suppressible
      ? [action(`Turn off '${ruleId}' in settings`, TURN_OFF_RULE), documentation]
      : [documentation];
  });
}

/** Adds the id to a comment of ours that already speaks of the statement, else writes one directly above. */
function ignoreHere(
  { text, lines }: SourceFile,
  comments: readonly SuppressionComment[],
  statement: Span | undefined,
  line: number,
  ruleId: string,
): TextEdit {
  const existing = comments.find(
    (comment) =>
      !comment.trailing &&
      statement !== undefined &&
      comment.at.end <= statement.start &&
      comment.next?.start === statement.start &&
      isList(comment, 'next'),
  );
  if (existing !== undefined) return extend(text, existing, ruleId);
  let above = line;
  // hadolint honours its own comment only when it is the very next line above the instruction.
  while (
    comments.some(({ at, text: content }) => lines.lineAt(at.start) === above - 1 && content.startsWith('hadolint'))
  ) {
    above--;
  }
  const start = lines.start(above) + (above === 0 && text.startsWith(BOM) ? 1 : 0);
  const indentation = /^[ \t]*/.exec(text.slice(start, lines.end(above)))?.[0] ?? '';
  return insertLine(text, start, `${indentation}# dockwright ignore=${ruleId}`);
}

function ignoreInFile(file: SourceFile, comments: readonly SuppressionComment[], ruleId: string): TextEdit {
  const { text, lines } = file;
  const existing = comments.find((comment) => !comment.trailing && isList(comment, 'file'));
  if (existing !== undefined) return extend(text, existing, ruleId);
  const line = firstFreeLine(file);
  const start = lines.start(line) + (line === 0 && text.startsWith(BOM) ? 1 : 0);
  return insertLine(text, start, `# dockwright ignore-file=${ruleId}`);
}

/** The first line that a comment may be put above. */
function firstFreeLine({ text, lines }: SourceFile): number {
  let line = 0;
  while (line < lines.count - 1 && MUST_COME_FIRST.test(text.slice(lines.start(line), lines.end(line)))) line++;
  return line;
}

const BOM = '\uFEFF';

/** Lines that mean something only at the top of a file: parser directives, shebang, YAML directives, tool comments. */
const MUST_COME_FIRST =
  /^\uFEFF?(?:#!|%|[ \t]*#[ \t]*(?:(?:syntax|escape|check)[ \t]*=|yaml-language-server:|dclint[ \t]+disable))/i;

function isList(comment: SuppressionComment, scope: 'next' | 'file'): boolean {
  const pragma = parsePragma(comment.text);
  return pragma?.tool === 'dockwright' && pragma.scope === scope && pragma.names !== undefined;
}

/** Puts the id in front of the list, where no remark can be in the way. */
function extend(text: string, { at }: SuppressionComment, ruleId: string): TextEdit {
  const equals = text.indexOf('=', at.start) + 1;
  const blanks = /^[ \t]*/.exec(text.slice(equals, at.end))?.[0].length ?? 0;
  return { at: { start: equals + blanks, end: equals + blanks }, newText: `${ruleId},` };
}

function insertLine(text: string, start: number, line: string): TextEdit {
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return { at: { start, end: start }, newText: `${line}${end}` };
}
