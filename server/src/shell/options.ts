import type { Word } from './command.ts';

/** How a program reads its options. */
export interface OptionSyntax {
  /** Options, without dashes, that take the next word as their value when none is attached. */
  readonly withValue?: readonly string[];
  /** `-name` is one long option, as for `go`, `java` and `find`, not a cluster of letters. */
  readonly singleDashLong?: boolean;
}

export interface Option {
  /** Without dashes. */
  readonly name: string;
  /** The word that holds it. */
  readonly word: Word;
  /** Text of its value, attached (`--name=x`, `-nx`) or the next word. */
  readonly value: string | undefined;
  /** The word that is its value, when that is a word of its own. */
  readonly valueWord: Word | undefined;
}

export interface ParsedOptions {
  readonly options: readonly Option[];
  readonly operands: readonly Word[];
}

/** Reads words as GNU getopt does: options and operands may be mixed, `--` ends the options, a lone `-` is an operand. */
export function parseOptions(words: readonly Word[], syntax: OptionSyntax): ParsedOptions {
  const withValue = syntax.withValue ?? [];
  const options: Option[] = [];
  const operands: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    const { text } = word;
    if (text === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!text.startsWith('-') || text === '-') {
      operands.push(word);
      continue;
    }
    if (text.startsWith('--') || syntax.singleDashLong) {
      const equals = text.indexOf('=');
      const name = text.slice(text.startsWith('--') ? 2 : 1, equals === -1 ? undefined : equals);
      const valueWord = equals === -1 && withValue.includes(name) ? words[++index] : undefined;
      const value = equals === -1 ? valueWord?.text : text.slice(equals + 1);
      options.push({ name, word, value, valueWord });
      continue;
    }
    const letters = [...text.slice(1)];
    for (let letter = 0; letter < letters.length; letter++) {
      const name = letters[letter] ?? '';
      if (!withValue.includes(name)) {
        options.push({ name, word, value: undefined, valueWord: undefined });
        continue;
      }
      const attached = letters.slice(letter + 1).join('');
      const valueWord = attached === '' ? words[++index] : undefined;
      options.push({ name, word, value: attached === '' ? valueWord?.text : attached, valueWord });
      break;
    }
  }
  return { options, operands };
}

/** True when a shell that is started with these words, or told `set` with them, ends at the first failing command. */
export function setErrexit(words: readonly string[]): boolean {
  return words.some(
    (word, index) => /^-[A-Za-z]*e/.test(word) || (word === 'errexit' && words[index - 1]?.startsWith('-') === true),
  );
}

/** True when such a shell sees the failure of every command of a pipe. */
export function setPipefail(words: readonly string[]): boolean {
  return words.some((word, index) => word === 'pipefail' && words[index - 1]?.startsWith('-') === true);
}
