import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Instruction } from '../../model/instructions.ts';
import { platformArguments, type Variable } from '../../model/variables.ts';
import { variableDocumentation } from '../documentation.ts';
import type { Items } from './items.ts';

const modifiers = [
  { label: ':-', of: 'A default when it is unset or empty', snippet: ':-${1:default}' },
  { label: ':+', of: 'Another text when it is set and not empty', snippet: ':+${1:text}' },
  { label: ':?', of: 'An error when it is unset or empty', snippet: ':?${1:message}' },
] as const;

/**
 * Variables behind `$` and `${`, and operators behind a name in braces. False when no variable is being typed.
 *
 * @param before the text up to the cursor
 */
export function completeVariable(
  items: Items,
  before: string,
  instruction: Instruction,
  escapeCharacter: string,
): boolean {
  const match = /\$(\{?)([A-Za-z_]\w*)?$/.exec(before);
  if (match === null) return completeModifier(items, before);
  const [, brace = '', name = ''] = match;
  if (before.charAt(match.index - 1) === escapeCharacter) return true;
  const from = items.offset - name.length;
  const isOpen = brace !== '' && items.next !== '}';
  const add = (label: string, detail: string | undefined, group: number) =>
    items.add({
      label,
      kind: CompletionItemKind.Variable,
      from,
      insert: isOpen ? `${label}}` : label,
      filter: label,
      detail,
      topic: { kind: 'variable', name: label },
      group,
    });
  for (const variable of visibleVariables(items, instruction)) {
    if (brace !== '' && variable.name === name) addModifiers(items, 0, 1);
    add(variable.name, describe(items, variable), variable.kind === 'platform' ? 2 : 0);
  }
  if (instruction.keyword === 'FROM') {
    for (const label of platformArguments) add(label, variableDocumentation(label), 2);
  }
  return true;
}

function completeModifier(items: Items, before: string): boolean {
  if (!/\$\{[A-Za-z_]\w*:$/.test(before)) return false;
  addModifiers(items, 1, 0);
  return true;
}

/** @param typed how much of the operator stands before the cursor */
function addModifiers(items: Items, typed: number, group: number): void {
  for (const { label, of, snippet } of modifiers) {
    items.add({
      label,
      kind: CompletionItemKind.Operator,
      from: items.offset - typed,
      snippet: items.next === '}' ? snippet : `${snippet}\\}`,
      detail: of,
      group,
    });
  }
}

/** What a name can mean in an instruction: commands of containers see ENV alone. */
function visibleVariables({ file: { model } }: Items, instruction: Instruction): readonly Variable[] {
  const { keyword, stage } = instruction;
  const { variables } = model;
  if (keyword === 'FROM') return variables.visible(undefined, Number.POSITIVE_INFINITY);
  const isRuntime = keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
  const offset = isRuntime || instruction.isTrigger ? Number.POSITIVE_INFINITY : instruction.span.start;
  const found = variables.visible(stage, offset);
  return isRuntime ? found.filter(({ kind }) => kind === 'env') : found;
}

function describe({ file }: Items, { kind, value, nameSpan, name }: Variable): string | undefined {
  if (nameSpan === undefined) return variableDocumentation(name);
  const line = file.lines.lineAt(nameSpan.start) + 1;
  const shown = value.kind === 'text' ? `= ${value.text.replace(/\s+/g, ' ').slice(0, 60)}, ` : '';
  return `${shown}${kind === 'env' ? 'ENV' : 'ARG'} in line ${line}`;
}
