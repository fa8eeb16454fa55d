import type { ImageReference } from '../../image/reference.ts';
import type { Span } from '../../text/span.ts';
import type { Dockerfile } from './dockerfile.ts';
import {
  defaultShell,
  type From,
  type Instruction,
  isExecuting,
  type ShellInForce,
  type StageName,
} from './instructions.ts';

/** Microsoft's base images, and tags of others that are built on them. */
const WINDOWS_IMAGE = /(?:^|\/)windows(?:\/|:|$)|windowsservercore|nanoserver/;

/** From one FROM to the next. */
export class Stage {
  private owner: Dockerfile;
  /** Counted from 0, as `COPY --from=0` does. */
  readonly index: number;
  readonly from: From;
  /** The earlier stage that FROM names. */
  readonly parent: Stage | undefined;
  /** The base after expansion with the defaults of global ARGs; `undefined` when only the build knows it. */
  readonly baseText: string | undefined;
  /** The stage at the end of the chain of FROMs, which stands on an image or on scratch. */
  readonly root: Stage;
  /** What runs the shell forms up to the first SHELL; set while the model is built. */
  shellAtStart: ShellInForce = defaultShell;
  private ownInstructions: Instruction[] = [];
  /** `null`: there is none; `undefined`: not known yet. */
  private lastExecutingCache: Instruction | null | undefined;

  constructor(
    dockerfile: Dockerfile,
    index: number,
    from: From,
    baseText: string | undefined,
    parent: Stage | undefined,
  ) {
    this.owner = dockerfile;
    this.index = index;
    this.from = from;
    this.baseText = baseText;
    this.parent = parent;
    this.root = parent?.root ?? this;
  }

  /** The version of the file that the stage belongs to. */
  get dockerfile(): Dockerfile {
    return this.owner;
  }

  /** Only for building the model, as are those below: the stage is part of this version. */
  moveTo(dockerfile: Dockerfile): void {
    this.owner = dockerfile;
  }

  clear(): void {
    this.lastExecutingCache = undefined;
    this.ownInstructions = [];
  }

  /** Replaces some instructions behind one, which may be the FROM. */
  replace(before: Instruction, gone: number, fresh: readonly Instruction[]): void {
    this.lastExecutingCache = undefined;
    this.ownInstructions.splice(this.ownInstructions.lastIndexOf(before) + 1, gone, ...fresh);
  }

  /** True when the stage can be taken over into a later version, where it begins like this. */
  isBegunBy(from: From, baseText: string | undefined, parent: Stage | undefined): boolean {
    return this.from === from && this.baseText === baseText && this.parent === parent;
  }

  /** Everything behind FROM. */
  get instructions(): readonly Instruction[] {
    this.dockerfile.history.note('instructions');
    return this.ownInstructions;
  }

  add(instruction: Instruction): void {
    this.lastExecutingCache = undefined;
    this.ownInstructions.push(instruction);
  }

  get stageName(): StageName | undefined {
    return this.from.stageName;
  }

  /** Lower case; `undefined` when the stage has none. */
  get name(): string | undefined {
    return this.from.stageName?.name;
  }

  /** How a person would call it: its name or number. */
  get label(): string {
    return this.stageName?.text ?? String(this.index);
  }

  get span(): Span {
    return { start: this.from.span.start, end: (this.instructions.at(-1) ?? this.from).span.end };
  }

  /** What a build without `--target` makes. */
  get isFinal(): boolean {
    return this.index === this.dockerfile.stages.length - 1;
  }

  /** `FROM scratch`, unless a stage took that name. */
  get isScratch(): boolean {
    return this.parent === undefined && this.baseText === 'scratch';
  }

  /** The base image; `undefined` for stages, scratch and bases that only the build knows. */
  get image(): ImageReference | undefined {
    const isImage = this.parent === undefined && !this.isScratch && this.baseText !== undefined && this.baseText !== '';
    return isImage ? this.from.image(this.baseText) : undefined;
  }

  /** Runs on Windows, as far as the platform of FROM or the base image tells. */
  get isWindows(): boolean {
    const platform = this.from.platform?.value?.text;
    if (platform !== undefined && platform !== '' && !platform.includes('$')) return /^windows\b/i.test(platform);
    if (this.parent !== undefined) return this.parent.isWindows;
    const { image } = this;
    return image !== undefined && WINDOWS_IMAGE.test(`${image.path.text}:${image.tag?.text ?? ''}`);
  }

  /** True when the environment, user and working directory that the stage starts with are not written in the file. */
  get hasExternalBase(): boolean {
    return !this.root.isScratch;
  }

  /** The last instruction of a kind in this stage or, failing that, in the stages it is built on. */
  effective<Keyword extends Instruction['keyword']>(
    keyword: Keyword,
  ): Extract<Instruction, { keyword: Keyword }> | undefined {
    for (let stage: Stage | undefined = this; stage !== undefined; stage = stage.parent) {
      const found = stage.last(keyword);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The last instruction of a kind in this stage alone. */
  last<Keyword extends Instruction['keyword']>(
    keyword: Keyword,
  ): Extract<Instruction, { keyword: Keyword }> | undefined {
    this.dockerfile.history.note(keyword);
    for (let index = this.ownInstructions.length - 1; index >= 0; index--) {
      const instruction = this.ownInstructions[index];
      if (instruction !== undefined && isKind(instruction, keyword)) return instruction;
    }
    return undefined;
  }

  /** The last RUN or ONBUILD of this stage, which may read any variable there is. */
  get lastExecuting(): Instruction | undefined {
    this.dockerfile.history.note('runs');
    if (this.lastExecutingCache === undefined) {
      this.lastExecutingCache = this.ownInstructions.findLast(isExecuting) ?? null;
    }
    return this.lastExecutingCache ?? undefined;
  }

  /** All instructions of a kind in this stage, in order. */
  all<Keyword extends Instruction['keyword']>(keyword: Keyword): Extract<Instruction, { keyword: Keyword }>[] {
    this.dockerfile.history.note(keyword);
    return this.ownInstructions.filter((instruction) => isKind(instruction, keyword));
  }

  /** True when this stage is the other one or is built on it through FROM. */
  isBuiltOn(other: Stage): boolean {
    for (let stage: Stage | undefined = this; stage !== undefined; stage = stage.parent)
      if (stage === other) return true;
    return false;
  }
}

function isKind<Keyword extends Instruction['keyword']>(
  instruction: Instruction,
  keyword: Keyword,
): instruction is Extract<Instruction, { keyword: Keyword }> {
  return instruction.keyword === keyword;
}
