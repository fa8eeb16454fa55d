import { parseInterpolation } from '../model/interpolation.ts';
import { parseBoolean } from '../model/units.ts';
import { isReset, type Mapping, type Node, resolve, type Scalar, type Sequence } from '../syntax/tree.ts';
import type { YamlTree } from '../syntax/yaml.ts';
import { composeShape, type SchemaType, type Shape } from './schema.ts';

type Value = Scalar | Mapping | Sequence;

/** A place where a file departs from the schema. */
export type Departure =
  /** A key that the object does not have. */
  | { readonly kind: 'unknown-key'; readonly key: Scalar; readonly mapping: Mapping; readonly shape: Shape }
  /** A name with characters that names cannot have. */
  | { readonly kind: 'bad-name'; readonly key: Scalar }
  | { readonly kind: 'non-string-key'; readonly key: Node }
  | { readonly kind: 'wrong-type'; readonly value: Value; readonly expected: readonly SchemaType[] }
  | { readonly kind: 'not-listed'; readonly value: Scalar; readonly values: readonly string[] }
  | { readonly kind: 'not-boolean'; readonly value: Scalar }
  | { readonly kind: 'out-of-range'; readonly value: Scalar; readonly shape: Shape }
  | { readonly kind: 'missing-key'; readonly mapping: Mapping; readonly key: string };

/**
 * Compares a file with the Compose schema. Values with variables may become anything and pass as any scalar; what an
 * anchored fragment holds is compared where it is used, and reported once.
 */
export function departuresOf(tree: YamlTree): readonly Departure[] {
  const found: Departure[] = [];
  for (const { root, aliases } of tree.documents) {
    const value = root && resolve(root);
    if (value) new Validator(found, aliases.length > 0).value(value, composeShape);
  }
  return found;
}

class Validator {
  private readonly found: Departure[];
  /** What was compared with what; only kept where aliases may lead to a node twice. */
  private readonly compared: Map<Node, Set<Shape>> | undefined;

  constructor(found: Departure[], hasAliases: boolean) {
    this.found = found;
    this.compared = hasAliases ? new Map() : undefined;
  }

  private isRepeated(node: Node, shape: Shape): boolean {
    if (!this.compared) return false;
    const shapes = this.compared.get(node);
    if (!shapes) {
      this.compared.set(node, new Set([shape]));
      return false;
    }
    if (shapes.has(shape)) return true;
    shapes.add(shape);
    return false;
  }

  value(value: Value, shape: Shape): void {
    if (isReset(value)) return;
    const { branches } = shape;
    if (branches.length === 1 && branches[0] === shape) {
      if (accepts(shape, value)) this.branch(value, shape);
      else this.wrongType(value, shape.types);
      return;
    }
    const fitting = branches.filter((branch) => accepts(branch, value));
    const first = fitting[0];
    if (!first) {
      this.wrongType(
        value,
        branches.flatMap((branch) => branch.types),
      );
    } else if (!fitting.some((branch) => branch.values === undefined && isPlain(branch)) || fitting.length === 1) {
      this.branch(value, first);
    }
  }

  private wrongType(value: Value, types: readonly SchemaType[]): void {
    if (this.isRepeated(value, composeShape)) return;
    this.found.push({ kind: 'wrong-type', value, expected: [...new Set(types)] });
  }

  private branch(value: Value, shape: Shape): void {
    if (value.kind === 'scalar') {
      this.scalar(value, shape);
      return;
    }
    if (this.isRepeated(value, shape)) return;
    if (value.kind === 'mapping') this.mapping(value, shape);
    else if (shape.items) {
      for (const item of value.items) {
        const resolved = resolve(item);
        if (resolved) this.value(resolved, shape.items);
      }
    }
  }

  private mapping(mapping: Mapping, shape: Shape): void {
    for (const entry of mapping.effective) {
      const { key } = entry;
      const name = entry.name;
      if (key.kind !== 'scalar' || (key.style === 'plain' && mayBeOther(name) && key.type !== 'string')) {
        if (!this.isRepeated(key, composeShape)) this.found.push({ kind: 'non-string-key', key });
        continue;
      }
      if (name === '<<') continue;
      const property = shape.property(name);
      if (property) {
        const value = resolve(entry.value);
        if (value) this.value(value, property);
      } else if (shape.closed && (!name.startsWith('x-') || shape.properties.size === 0)) {
        if (this.isRepeated(key, shape)) continue;
        if (shape.properties.size > 0) this.found.push({ kind: 'unknown-key', key, mapping, shape });
        else if (shape.patterns.length > 0) this.found.push({ kind: 'bad-name', key });
      }
    }
    for (const key of shape.required) {
      if (!mapping.get(key)) this.found.push({ kind: 'missing-key', mapping, key });
    }
  }

  private scalar(value: Scalar, shape: Shape): void {
    const { values, minimum, maximum } = shape;
    const isBoolean = shape.types[0] === 'boolean' && shape.types.includes('string');
    if (values === undefined && minimum === undefined && maximum === undefined && !isBoolean) return;
    if (isDynamic(value) || value.type === 'null' || this.isRepeated(value, shape)) return;
    if (values && !values.includes(value.value)) this.found.push({ kind: 'not-listed', value, values });
    if (isBoolean && parseBoolean(value.value) === undefined) this.found.push({ kind: 'not-boolean', value });
    const number = Number(value.value);
    if ((minimum !== undefined && number < minimum) || (maximum !== undefined && number > maximum)) {
      this.found.push({ kind: 'out-of-range', value, shape });
    }
  }
}

/** A branch without further conditions: what fits its type is fine. */
function isPlain(shape: Shape): boolean {
  return shape.minimum === undefined && shape.maximum === undefined && !shape.types.some(isCollection);
}

function isCollection(type: SchemaType): boolean {
  return type === 'object' || type === 'array';
}

/** True for values that hold a variable: what they are is only known when Compose runs. */
export function isDynamic(value: Scalar): boolean {
  return value.value.includes('$') && parseInterpolation(value.value).variables.length > 0;
}

function accepts(shape: Shape, value: Value): boolean {
  if (value.kind === 'mapping') return shape.accepts('object');
  if (value.kind === 'sequence') return shape.accepts('array');
  if (isDynamic(value)) return shape.types.length === 0 || shape.types.some((type) => !isCollection(type));
  const { type } = value;
  if (shape.accepts(type)) return true;
  if (type === 'integer') return shape.accepts('number');
  // Compose casts quoted numbers and booleans.
  if (type !== 'string') return false;
  if (parseBoolean(value.value) !== undefined && shape.accepts('boolean')) return true;
  return value.value !== '' && /^[-+.\d]+$/.test(value.value) && (shape.accepts('number') || shape.accepts('integer'));
}

/** False for keys that cannot be anything but strings, by their first character. */
function mayBeOther(name: string): boolean {
  return /^(?:[-+.\d~]|[tTfFnN]|$)/.test(name);
}
