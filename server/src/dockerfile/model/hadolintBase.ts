import type { From } from './instructions.ts';

/** What hadolint reads in a FROM: nothing is expanded, names keep their case. */
export interface HadolintBase {
  /** Up to the first `/` behind a dot, so that `localhost:5000/x` has none. */
  readonly registry: string | undefined;
  /** Without registry, tag and digest. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  readonly alias: string | undefined;
}

const kept = new WeakMap<From, HadolintBase>();

export function hadolintBase(from: From): HadolintBase {
  let base = kept.get(from);
  if (base === undefined) {
    base = { alias: from.stageName?.text, ...splitAsHadolint(from.base?.text ?? '') };
    kept.set(from, base);
  }
  return base;
}

function registryOf(image: string): string | undefined {
  const dot = image.indexOf('.');
  const slash = dot === -1 ? -1 : image.indexOf('/', dot);
  return slash === -1 ? undefined : image.slice(0, slash);
}

/** An image name as hadolint cuts it. */
export function splitAsHadolint(image: string): Omit<HadolintBase, 'alias'> {
  const registry = registryOf(image);
  const rest = registry === undefined ? image : image.slice(registry.length + 1);
  const { colon, at } = separators(rest);
  const nameEnd = Math.min(colon === -1 ? rest.length : colon, at === -1 ? rest.length : at);
  return {
    registry,
    name: rest.slice(0, nameEnd),
    tag: colon === -1 ? undefined : rest.slice(colon + 1, at === -1 ? undefined : at),
    digest: at === -1 ? undefined : rest.slice(at + 1),
  };
}

/** The first `:` and the first `@` outside `${…}`; a `:` behind the `@` belongs to the digest. */
function separators(text: string): { colon: number; at: number } {
  let colon = -1;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '{' && text[index - 1] === '$') depth++;
    else if (character === '}' && depth > 0) depth--;
    else if (depth === 0 && character === ':' && colon === -1) colon = index;
    else if (depth === 0 && character === '@') return { colon, at: index };
  }
  return { colon, at: -1 };
}
