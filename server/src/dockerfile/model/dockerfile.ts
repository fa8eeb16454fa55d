import { Answers } from '../../answers.ts';
import { firstIndex } from '../../text/firstIndex.ts';
import type { MappedText } from '../../text/mappedText.ts';
import type { Item, Tree } from '../syntax/tree.ts';
import { Executions } from './executions.ts';
import { type Frontend, readFrontend } from './frontend.ts';
import { History, type Part } from './history.ts';
import { type Instruction, type Run, runOf, typed } from './instructions.ts';
import { type StageReference, stageReferences } from './references.ts';
import type { Stage } from './stage.ts';
import { editStructure, readStructure, type Structure } from './structure.ts';
import { Variables } from './variables.ts';

/** A whole Dockerfile as BuildKit understands it: typed instructions, stages, variables and references between stages. */
export class Dockerfile {
  readonly history: History;
  private readonly ownTree: Tree;
  private readonly structure: Structure;
  private readonly answers = new Answers<Dockerfile>();
  private variablesCache: Variables | undefined;
  private referencesCache: readonly StageReference[] | undefined;
  private referencesByTarget: Map<Stage, StageReference[]> | undefined;
  private neededCache: ReadonlySet<Stage> | undefined;
  private frontendCache: Frontend | null | undefined;
  private byKeyword: Map<string, Instruction[]> | undefined;
  private runsCache: readonly Run[] | undefined;
  private executionsCache: Executions | undefined;
  private hadolintExecutionsCache: Executions | undefined;

  /**
   * @param history of the document, for a later version of one
   * @param previous the version before, which is given up: of it is taken over what is the same
   */
  constructor(tree: Tree, history = new History(tree), previous?: Dockerfile) {
    this.ownTree = tree;
    this.history = history;
    const kept = previous?.structure;
    const isKept = kept !== undefined && tree.edit !== undefined && editStructure(kept, tree.edit);
    this.structure = isKept ? kept : readStructure(tree, this, kept?.stages);
    for (const stage of this.structure.stages) stage.moveTo(this);
  }

  get tree(): Tree {
    return this.lookAt('text');
  }

  /** The tree for somebody who looks at nothing of it but these parts. */
  lookAt(...parts: readonly Part[]): Tree {
    for (const part of parts) this.history.note(part);
    return this.ownTree;
  }

  get text(): string {
    return this.tree.text;
  }

  /** What a function makes of this version, worked out once. */
  once<Answer>(ask: (model: Dockerfile) => Answer): Answer {
    return this.answers.of(this, ask);
  }

  get stages(): readonly Stage[] {
    return this.structure.stages;
  }

  /** Everything before the first FROM; only ARG is allowed there. */
  get preamble(): readonly Instruction[] {
    return this.structure.preamble;
  }

  /** All instructions in order, FROMs included. */
  get instructions(): readonly Instruction[] {
    this.history.note('instructions');
    return this.structure.instructions;
  }

  /** What `# syntax=` names; `undefined`: the one built into the builder. */
  get frontend(): Frontend | undefined {
    if (this.frontendCache === undefined) this.frontendCache = readFrontend(this.ownTree) ?? null;
    return this.frontendCache ?? undefined;
  }

  get finalStage(): Stage | undefined {
    return this.stages.at(-1);
  }

  /** All instructions of a kind in order; those behind ONBUILD are not among them. */
  all<Keyword extends Instruction['keyword']>(keyword: Keyword): readonly Extract<Instruction, { keyword: Keyword }>[] {
    this.history.note(keyword);
    if (this.byKeyword === undefined) {
      this.byKeyword = new Map();
      for (const instruction of this.structure.instructions) {
        const list = this.byKeyword.get(instruction.keyword);
        if (list === undefined) this.byKeyword.set(instruction.keyword, [instruction]);
        else list.push(instruction);
      }
    }
    // The key says of which kind the list is.
    return (this.byKeyword.get(keyword) ?? []) as Extract<Instruction, { keyword: Keyword }>[];
  }

  /** All instructions of some kinds in order. */
  select<Keyword extends Instruction['keyword']>(
    ...keywords: readonly Keyword[]
  ): readonly Extract<Instruction, { keyword: Keyword }>[] {
    for (const keyword of keywords) this.history.note(keyword);
    const wanted: readonly string[] = keywords;
    return this.structure.instructions.filter(
      (instruction): instruction is Extract<Instruction, { keyword: Keyword }> => wanted.includes(instruction.keyword),
    );
  }

  /** Instructions of a kind of which a stage should have one, each with the next one of its stage. */
  repeated<Keyword extends Instruction['keyword']>(
    keyword: Keyword,
  ): readonly (readonly [
    earlier: Extract<Instruction, { keyword: Keyword }>,
    later: Extract<Instruction, { keyword: Keyword }>,
  ])[] {
    const all = this.all(keyword);
    return all.flatMap((later, index) => {
      const earlier = all[index - 1];
      return earlier !== undefined && earlier.stage === later.stage ? [[earlier, later] as const] : [];
    });
  }

  /** All RUN instructions in order, those behind ONBUILD among them. */
  get runs(): readonly Run[] {
    this.history.note('RUN');
    return this.ownRuns;
  }

  private get ownRuns(): readonly Run[] {
    this.runsCache ??= this.structure.instructions.flatMap((instruction) => runOf(instruction) ?? []);
    return this.runsCache;
  }

  /** What the RUN instructions execute, by program. */
  get executions(): Executions {
    this.executionsCache ??= new Executions(this.history, this.ownRuns, (run) => run.executedScript);
    return this.executionsCache;
  }

  /** The same as hadolint reads it, to which `time` is a program with arguments. */
  get hadolintExecutions(): Executions {
    this.hadolintExecutionsCache ??= new Executions(
      this.history,
      this.ownRuns,
      (run) => run.hadolintScript,
      ({ isTimed }) => !isTimed,
    );
    return this.hadolintExecutionsCache;
  }

  /** The last stage of that name, compared without case. */
  stageByName(name: string): Stage | undefined {
    return this.structure.byName.get(name.toLowerCase());
  }

  get variables(): Variables {
    this.history.note('variables');
    return this.ownVariables;
  }

  /** The result of an expanded text; `undefined` when only the build knows it or it has an error. */
  valueOf(text: MappedText): string | undefined {
    if (text.text.includes('$')) this.history.note('variables');
    return this.ownVariables.valueOf(text);
  }

  private get ownVariables(): Variables {
    if (this.variablesCache === undefined) {
      const variables = new Variables(this.history);
      this.variablesCache = variables;
      for (const instruction of this.structure.instructions) variables.addInstruction(instruction);
    }
    return this.variablesCache;
  }

  /** Takes what the version before knows of the frontend, for an edit that did not change everything. */
  keepFrontend({ frontendCache }: Dockerfile): void {
    this.frontendCache = frontendCache;
  }

  /** Takes the variables of the version before, for an edit that put in these items and changed no variable and no use. */
  keepVariables(previous: Dockerfile, added: readonly Item[]): void {
    const { variablesCache: variables } = previous;
    if (variables === undefined) return;
    for (const item of added) {
      if (item.kind === 'instruction') variables.addInstruction(typed(item, (item.typed as Instruction).stage));
    }
    this.variablesCache = variables;
  }

  /** All places that name a stage, or an image where a stage could stand. */
  get references(): readonly StageReference[] {
    this.history.note('references');
    if (this.referencesCache === undefined) {
      const found: StageReference[] = [];
      for (const instruction of this.structure.instructions) {
        for (const reference of stageReferences(instruction, this.structure.byName, this.stages)) found.push(reference);
      }
      this.referencesCache = found;
    }
    return this.referencesCache;
  }

  /** The places that mean this stage. */
  referencesTo(stage: Stage): readonly StageReference[] {
    this.history.note('references');
    if (this.referencesByTarget === undefined) {
      this.referencesByTarget = new Map();
      for (const reference of this.references) {
        if (reference.target === undefined) continue;
        const list = this.referencesByTarget.get(reference.target);
        if (list === undefined) this.referencesByTarget.set(reference.target, [reference]);
        else list.push(reference);
      }
    }
    return this.referencesByTarget.get(stage) ?? [];
  }

  /** True when a build without `--target` runs the stage. */
  isNeeded(stage: Stage): boolean {
    this.history.note('references');
    if (this.neededCache === undefined) {
      const needed = new Set<Stage>();
      const bySource = new Map<Stage, Stage[]>();
      for (const { stage: source, target } of this.references) {
        if (target === undefined) continue;
        const list = bySource.get(source);
        if (list === undefined) bySource.set(source, [target]);
        else list.push(target);
      }
      const pending = this.finalStage === undefined ? [] : [this.finalStage];
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        if (needed.has(next)) continue;
        needed.add(next);
        pending.push(...(bySource.get(next) ?? []));
      }
      this.neededCache = needed;
    }
    return this.neededCache.has(stage);
  }

  /** The instruction whose lines hold the offset, with comments and blank lines inside it. */
  instructionAt(offset: number): Instruction | undefined {
    const { instructions } = this;
    const instruction = instructions[firstIndex(instructions, ({ span }) => span.end >= offset)];
    return instruction !== undefined && instruction.span.start <= offset ? instruction : undefined;
  }

  /** The stage that the offset stands in: from its FROM to the next one. */
  stageAt(offset: number): Stage | undefined {
    return this.stages.findLast((stage) => stage.from.span.start <= offset);
  }
}
