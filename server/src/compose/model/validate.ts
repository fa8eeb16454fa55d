import { composeShape, type SchemaType, type Shape } from '../schema/schema.ts';
import { isReset, type Mapping, type Node, resolve, type Scalar, type Sequence } from '../syntax/tree.ts';
import type { YamlTree } from '../syntax/yaml.ts';
import { parseInterpolation } from './interpolation.ts';
import { parseBoolean } from './units.ts';

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
  const validator = new Validator();
  for (const { root } of tree.documents) {
    const value = root && resolve(root);
    if (value) validator.value(value, composeShape);
  }
  return validator.found;
}

class Validator {
  readonly found: Departure[] = [];
  private readonly reported = new Set<Node>();
  /** With what the values behind aliases and merge keys were compared: an anchor may be used any number of times. */
  private readonly shared = new Map<Node, Set<Shape>>();

  private report(at: Node, departure: Departure): void {
    if (this.reported.has(at)) return;
    this.reported.add(at);
    this.found.push(departure);
  }

  /** A value that may be reached in more than one way. */
  private sharedValue(value: Value, shape: Shape): void {
    let shapes = this.shared.get(value);
    if (!shapes) {
      shapes = new Set();
      this.shared.set(value, shapes);
    }
    if (shapes.has(shape)) return;
    shapes.add(shape);
    this.value(value, shape);
  }

  private child(node: Node, isShared: boolean, shape: Shape): void {
    if (node.kind === 'alias') {
      if (node.target) this.sharedValue(node.target, shape);
    } else if (isShared) {
      this.sharedValue(node, shape);
    } else {
      this.value(node, shape);
    }
  }

  value(value: Value, shape: Shape): void {
    if (isReset(value)) return;
    const { branches } = shape;
    if (branches.length === 1) {
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
    this.report(value, { kind: 'wrong-type', value, expected: [...new Set(types)] });
  }

  private branch(value: Value, shape: Shape): void {
    if (value.kind === 'scalar') this.scalar(value, shape);
    else if (value.kind === 'mapping') this.mapping(value, shape);
    else if (shape.items) for (const item of value.items) this.child(item, false, shape.items);
  }

  private mapping(mapping: Mapping, shape: Shape): void {
    for (const entry of mapping.effective) {
      const { key, name } = entry;
      if (key.kind !== 'scalar' || (key.style === 'plain' && mayBeOther(name) && key.type !== 'string')) {
        this.report(key, { kind: 'non-string-key', key });
        continue;
      }
      if (name === '<<') continue;
      const property = shape.property(name);
      if (property) {
        this.child(entry.value, entry.parent !== mapping, property);
      } else if (shape.closed && (!name.startsWith('x-') || shape.properties.size === 0)) {
        if (shape.properties.size > 0) this.report(key, { kind: 'unknown-key', key, mapping, shape });
        else if (shape.patterns.length > 0) this.report(key, { kind: 'bad-name', key });
      }
    }
    for (const key of shape.required) {
      if (!mapping.get(key)) this.report(mapping, { kind: 'missing-key', mapping, key });
    }
  }

  private scalar(value: Scalar, shape: Shape): void {
    const { values, minimum, maximum, isBoolean } = shape;
    if (values === undefined && minimum === undefined && maximum === undefined && !isBoolean) return;
    if (isDynamic(value) || value.type === 'null') return;
    if (values && !values.includes(value.value)) this.report(value, { kind: 'not-listed', value, values });
    if (isBoolean && parseBoolean(value.value) === undefined) this.report(value, { kind: 'not-boolean', value });
    const number = Number(value.value);
    if ((minimum !== undefined && number < minimum) || (maximum !== undefined && number > maximum)) {
      this.report(value, { kind: 'out-of-range', value, shape });
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
