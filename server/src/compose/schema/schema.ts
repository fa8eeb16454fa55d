import { definitions } from './compose.generated.ts';

/** JSON types a value may have; `integer` is a `number` without a fraction. */
export type SchemaType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** The part of JSON Schema that the Compose schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly title?: string;
  readonly format?: string;
}

/** A schema with its references followed, compiled when it is first looked at. */
export class Shape {
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly types: readonly SchemaType[];
  readonly values: readonly string[] | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly required: readonly string[];
  /** A boolean that may also be written as a word. */
  readonly isBoolean: boolean;
  /** No keys besides `properties` and `patterns`. */
  readonly closed: boolean;
  private readonly schema: Schema;
  private propertiesCache: ReadonlyMap<string, Shape> | undefined;
  private patternsCache: readonly (readonly [RegExp, Shape])[] | undefined;
  private branchesCache: readonly Shape[] | undefined;
  private itemsCache: Shape | null | undefined;

  constructor(schema: Schema) {
    const target = schema.$ref === undefined ? undefined : definitions[schema.$ref];
    const merged = target ? { ...target, ...schema } : schema;
    this.schema = merged;
    this.description = merged.description;
    this.deprecated = merged.deprecated === true;
    const types = merged.type === undefined ? [] : typeof merged.type === 'string' ? [merged.type] : merged.type;
    this.types = types as readonly SchemaType[];
    this.values = merged.enum;
    this.minimum = merged.minimum;
    this.maximum = merged.maximum;
    this.required = merged.required ?? [];
    this.isBoolean = this.types[0] === 'boolean' && this.types.includes('string');
    this.closed = merged.additionalProperties === false;
  }

  get properties(): ReadonlyMap<string, Shape> {
    this.propertiesCache ??= new Map(
      Object.entries(this.schema.properties ?? {}).map(([name, schema]) => [name, new Shape(schema)]),
    );
    return this.propertiesCache;
  }

  /** Shapes of keys by the form of their names. Extension keys (`x-…`) are not among them: they may hold anything. */
  get patterns(): readonly (readonly [RegExp, Shape])[] {
    this.patternsCache ??= Object.entries(this.schema.patternProperties ?? {})
      .filter(([pattern]) => pattern !== '^x-')
      .map(([pattern, schema]) => [new RegExp(pattern), new Shape(schema)] as const);
    return this.patternsCache;
  }

  /** True when keys that begin with `x-` are extensions here. */
  get takesExtensions(): boolean {
    return this.schema.patternProperties?.['^x-'] !== undefined;
  }

  /** The alternatives, or the shape itself when there are none. */
  get branches(): readonly Shape[] {
    if (!this.branchesCache) {
      const alternatives = this.schema.oneOf?.map((schema) => new Shape(schema));
      this.branchesCache = alternatives ? alternatives.flatMap((shape) => shape.branches) : [this];
    }
    return this.branchesCache;
  }

  get items(): Shape | undefined {
    if (this.itemsCache === undefined) this.itemsCache = this.schema.items ? new Shape(this.schema.items) : null;
    return this.itemsCache ?? undefined;
  }

  /** The shape of the value of a key. */
  property(name: string): Shape | undefined {
    const known = this.properties.get(name);
    if (known) return known;
    for (const [pattern, shape] of this.patterns) {
      if (pattern.test(name)) return shape;
    }
    return undefined;
  }

  accepts(type: SchemaType): boolean {
    return this.types.length === 0 || this.types.includes(type);
  }
}

/** The shape of a whole Compose file. */
export const composeShape: Shape = new Shape({ $ref: 'compose' });

/** The alternatives for the value at a path; none where the schema does not look. */
export function shapesAt(path: readonly (string | number)[]): readonly Shape[] {
  let shapes = composeShape.branches;
  for (const step of path) {
    shapes = shapes.flatMap((shape) => {
      const child = typeof step === 'number' ? shape.items : shape.property(step);
      return child ? child.branches : [];
    });
  }
  return shapes;
}

/** The shape of the value of a key with its own documentation, before its alternatives are looked at. */
export function shapeOfKey(path: readonly (string | number)[]): Shape | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  for (const shape of shapesAt(path.slice(0, -1))) {
    const property = shape.property(key);
    if (property) return property;
  }
  return undefined;
}
