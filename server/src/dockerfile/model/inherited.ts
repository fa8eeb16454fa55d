import { hadolintBase } from './hadolintBase.ts';
import type { From } from './instructions.ts';
import type { Stage } from './stage.ts';

/**
 * A value that instructions change and that stages inherit from the stage they are built on, followed through a file from
 * top to bottom. In exact mode stages go by what hadolint takes for their names: the alias or, failing that, the image.
 */
export class Inherited<Value> {
  private readonly initial: Value;
  private readonly exact: boolean;
  private readonly ofStages = new Map<Stage | string, Value>();
  private key: Stage | string | undefined;
  private now: Value;

  constructor(initial: Value, exact: boolean) {
    this.initial = initial;
    this.exact = exact;
    this.now = initial;
  }

  get value(): Value {
    return this.now;
  }

  set value(value: Value) {
    this.now = value;
    if (this.key !== undefined) this.ofStages.set(this.key, value);
  }

  /** Goes on to the stage that a FROM begins. */
  enter(from: From): void {
    const { stage } = from;
    const { name, alias } = hadolintBase(from);
    const parent = this.exact ? name : stage?.parent;
    const inherited = parent === undefined ? undefined : this.ofStages.get(parent);
    this.key = this.exact ? (alias ?? name) : stage;
    this.value = inherited ?? this.initial;
  }
}
