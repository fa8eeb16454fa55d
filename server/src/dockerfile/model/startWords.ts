import type { Span } from '../../text/span.ts';
import type { Cmd, Entrypoint } from './instructions.ts';
import type { Stage } from './stage.ts';

/** A word of the command that a container starts. */
export interface StartWord {
  readonly text: string;
  readonly span: Span;
}

/** What a container of the stage starts: ENTRYPOINT with CMD behind it; of shell form the last command. */
export function startWords(stage: Stage): readonly StartWord[] {
  const entrypoint = stage.effective('ENTRYPOINT');
  const cmd = stage.effective('CMD');
  const own = entrypoint === undefined ? [] : wordsOf(entrypoint);
  const more = cmd === undefined || (entrypoint !== undefined && entrypoint.exec === undefined) ? [] : wordsOf(cmd);
  return [...own, ...more];
}

function wordsOf({ exec, script }: Cmd | Entrypoint): readonly StartWord[] {
  if (exec !== undefined) return exec.elements.map(({ value, span }) => ({ text: value ?? '', span }));
  const command = script.commands.at(-1);
  return command === undefined ? [] : [{ text: command.name, span: command.nameSpan }, ...command.ownArguments];
}
