import type { LanguageError } from '../../lint/linted.ts';
import { dockerfileFile } from '../model/file.ts';
import { errors, instructionErrors } from './index.ts';

/** Everything for which BuildKit would refuse a file, in the order of the file. */
export function errorsIn(text: string): readonly LanguageError[] {
  const file = dockerfileFile('file:///Dockerfile', text);
  const inInstructions = file.model.instructions.flatMap((instruction) => instructionErrors(instruction, file));
  return [...errors(file), ...inInstructions].sort((a, b) => a.at.start - b.at.start);
}
