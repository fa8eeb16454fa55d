/** Something a configuration says that cannot be understood. */
export interface ConfigProblem {
  readonly message: string;
  /** Keys and indexes that lead to it. */
  readonly path: readonly (string | number)[];
}

/** Reads one value of a configuration file and tells everything that is wrong with it. `undefined` and `null` are absent. */
export class Value {
  readonly value: unknown;
  private readonly path: readonly (string | number)[];
  private readonly problems: ConfigProblem[];

  constructor(value: unknown, problems: ConfigProblem[], path: readonly (string | number)[] = []) {
    this.value = value ?? undefined;
    this.path = path;
    this.problems = problems;
  }

  get exists(): boolean {
    return this.value !== undefined;
  }

  refuse(expected: string): undefined {
    const last = this.path.at(-1);
    const found =
      typeof this.value === 'object' ? (Array.isArray(this.value) ? 'a list' : 'a mapping') : `'${this.value}'`;
    const subject = last === undefined ? 'The file' : typeof last === 'number' ? 'An item' : `'${last}'`;
    this.problems.push({ message: `${subject} must be ${expected}, not ${found}.`, path: this.path });
    return undefined;
  }

  child(key: string | number): Value {
    const holder = this.value as Readonly<Record<string | number, unknown>>;
    return new Value(Object.hasOwn(holder, key) ? holder[key] : undefined, this.problems, [...this.path, key]);
  }

  boolean(): boolean | undefined {
    return this.value === undefined || typeof this.value === 'boolean' ? this.value : this.refuse('true or false');
  }

  string(): string | undefined {
    return this.value === undefined || typeof this.value === 'string' ? this.value : this.refuse('a text');
  }

  /** One of a few words; `known` says which. */
  oneOf<T extends string>(known: readonly T[]): T | undefined {
    if (this.value === undefined) return undefined;
    const found = known.find((word) => word === this.value);
    return found ?? this.refuse(`one of ${known.join(', ')}`);
  }

  strings(): readonly string[] | undefined {
    return this.list((item) => item.string());
  }

  list<T>(read: (item: Value) => T | undefined): readonly T[] | undefined {
    if (this.value === undefined) return undefined;
    if (!Array.isArray(this.value)) return this.refuse('a list');
    return this.value.map((_, index) => read(this.child(index))).filter((item) => item !== undefined);
  }

  /** Entries of a mapping, in order. */
  entries(): readonly (readonly [key: string, value: Value])[] | undefined {
    if (this.value === undefined) return undefined;
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      return this.refuse('a mapping');
    }
    return Object.keys(this.value).map((key) => [key, this.child(key)] as const);
  }

  unknownKey(key: string, known: readonly string[]): void {
    this.problems.push({
      message: `'${key}' is not a known key. Known are ${known.join(', ')}.`,
      path: [...this.path, key],
    });
  }
}
