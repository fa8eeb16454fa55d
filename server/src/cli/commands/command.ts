import type { Arguments, CommandFacts } from '../arguments.ts';
import type { Exit, Io } from '../io.ts';

export interface Command extends CommandFacts {
  /** @throws UsageError */
  run(io: Io, args: Arguments): Promise<Exit>;
}

export const INPUT_OPTIONS = [
  {
    name: 'stdin-filename',
    value: 'PATH',
    help: "name, and so language and folder, of what comes on standard input ('-')",
  },
] as const;
