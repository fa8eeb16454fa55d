import type { CompletionItem } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../language.ts';
import type { ComposeFile } from '../../model/file.ts';
import { placeAt } from '../../syntax/position.ts';
import { cursorAt } from './cursor.ts';
import { itemsOf } from './items.ts';
import { keyProposals } from './keys.ts';
import { valueProposals } from './values.ts';
import { variableItems } from './variables.ts';

/** Keys by the schema, values, names, paths, variables and snippets, wherever the cursor is. */
export async function completion(
  file: ComposeFile,
  offset: number,
  context: FeatureContext,
): Promise<readonly CompletionItem[]> {
  const cursor = cursorAt(file.text, offset);
  // Block scalars have nothing but variables to complete, comments not even those.
  const isInValue = cursor ? cursor.role !== 'key' : placeAt(file.tree, offset)?.node.kind === 'scalar';
  const variables = isInValue ? variableItems(file, offset) : undefined;
  if (variables) return variables;
  if (!cursor) return [];
  const proposals = cursor.role === 'key' ? keyProposals(file, cursor) : await valueProposals(file, cursor, context);
  return itemsOf(file, cursor, proposals, context);
}
