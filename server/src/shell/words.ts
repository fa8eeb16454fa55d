import type { Ast } from './tree.ts';

/** The parts of a word, what stands in double quotes taken out of them. Empty for a word without quotes and expansions. */
export function flatParts(word: Ast.Word): readonly Ast.WordPart[] {
  const { parts } = word;
  if (parts === undefined) return [];
  if (!parts.some((part) => part.type === 'DoubleQuoted' || part.type === 'LocaleString')) return parts;
  const flat: Ast.WordPart[] = [];
  for (const part of parts) {
    if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') flat.push(...part.parts);
    else flat.push(part);
  }
  return flat;
}

/** True when an unquoted wildcard stands in the word. */
export function hasGlob({ parts }: Ast.Word): boolean {
  return parts?.some(({ type }) => type === 'Glob') === true;
}

/** Name of the variable or parameter that a part expands. */
export function expandedName(part: Ast.WordPart): string | undefined {
  if (part.type === 'SimpleExpansion') return part.text.slice(1);
  return part.type === 'ParameterExpansion' ? part.parameter : undefined;
}

/** True for `$@`, `${@}` and `${name[@]}`, which give several words even when quoted. */
export function isList(part: Ast.WordPart): boolean {
  if (part.type === 'SimpleExpansion') return part.text === '$@';
  return (
    part.type === 'ParameterExpansion' && part.prefix !== '#' && (part.parameter === '@' || part.index?.text === '@')
  );
}

/** Name of the variable that a word is nothing but the plain expansion of, quoted or not. */
export function bareName(word: Ast.Word): string | undefined {
  const [part, ...others] = flatParts(word);
  if (part === undefined || others.length > 0) return undefined;
  if (part.type === 'ParameterExpansion' && (part.operation ?? part.index ?? part.prefix) !== undefined)
    return undefined;
  const name = expandedName(part);
  return name !== undefined && /^[A-Za-z_]/.test(name) ? name : undefined;
}
