import type { Command } from '../../shell/command.ts';
import type { Script } from '../../shell/script.ts';
import type { History } from './history.ts';
import type { Run } from './instructions.ts';

/** A command and the RUN that executes it. */
export interface Execution {
  readonly run: Run;
  readonly command: Command;
}

const NONE: readonly Execution[] = [];

/** What the RUN instructions of a file execute, by program, so that nobody looks through all of them for one. */
export class Executions {
  private readonly history: History;
  private readonly read: (run: Run) => Script;
  private readonly isSeen: (command: Command) => boolean;
  private readonly byProgram = new Map<string, Run[]>();
  private readonly cache = new Map<string, readonly Execution[]>();

  constructor(
    history: History,
    runs: readonly Run[],
    read: (run: Run) => Script,
    isSeen: (command: Command) => boolean = () => true,
  ) {
    this.history = history;
    this.read = read;
    this.isSeen = isSeen;
    for (const run of runs) {
      const { ok, tree } = read(run);
      if (!ok) continue;
      for (const program of tree.byName.keys()) {
        const list = this.byProgram.get(program);
        if (list === undefined) this.byProgram.set(program, [run]);
        else list.push(run);
      }
    }
  }

  /** Every program that is executed, each once. */
  get programs(): Iterable<string> {
    this.history.note('programs');
    return this.byProgram.keys();
  }

  /** The script of a RUN in this reading. */
  scriptOf(run: Run): Script {
    return this.read(run);
  }

  /** The commands that run a program, in order. */
  of(program: string): readonly Execution[] {
    this.history.noteProgram(program);
    const runs = this.byProgram.get(program);
    if (runs === undefined) return NONE;
    let executions = this.cache.get(program);
    if (executions === undefined) {
      const found: Execution[] = [];
      for (const run of runs) {
        for (const command of this.read(run).named(program)) if (this.isSeen(command)) found.push({ run, command });
      }
      executions = found;
      this.cache.set(program, executions);
    }
    return executions;
  }
}
