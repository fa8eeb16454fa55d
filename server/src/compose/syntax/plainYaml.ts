import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** A YAML or JSON file of which only the values matter. */
export interface PlainYaml {
  /** `undefined` when the text is no YAML; `null` when there is nothing in it. */
  readonly value?: unknown;
  readonly errors: readonly { readonly message: string; readonly offset: number }[];
  /** Where the key or item at the end of the path stands, or the nearest thing on the way to it. */
  locate(path: readonly (string | number)[]): number;
}

/** Reads a configuration file. Never throws; YAML 1.2, so `on`, `off`, `yes` and `no` are words. */
export function parsePlainYaml(text: string): PlainYaml {
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  const locate = (path: readonly (string | number)[]): number => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const part of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
        if (pair === undefined) return offset;
        if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(part)];
        if (isScalar(node) || isMap(node) || isSeq(node)) offset = node.range?.[0] ?? offset;
      } else return offset;
    }
    return offset;
  };
  const errors = document.errors.map(({ message, pos }) => ({ message, offset: pos[0] }));
  if (errors.length > 0) return { errors, locate };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), errors, locate };
  } catch (error) {
    return { errors: [{ message: error instanceof Error ? error.message : String(error), offset: 0 }], locate };
  }
}
