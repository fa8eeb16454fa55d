import { quote } from '../../text/quote.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { User } from '../model/instructions.ts';
import { isImage } from '../model/layers.ts';
import { unquote } from '../model/quotes.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const numericUser = dockerfileRule({
  id: 'numeric-user',
  summary: 'USER is given by number.',
  why: 'Kubernetes can only prove that a container does not run as root when the image states a number.',
  category: 'security',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3066'],
  examples: [{ bad: 'FROM debian:12\nUSER «app»:app\n', good: 'FROM debian:12\nUSER 1000:1000\n' }],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    const named = options.exact ? namedAsHadolint(file) : namedAtEnd(file);
    for (const user of named) {
      const { value } = user;
      const colon = value.text.indexOf(':');
      reportOnce(user, {
        at: value.span(0, colon > 0 ? colon : value.text.length),
        message: `${quote(value.text)} is a name that only the image knows. Give the number of the user.`,
      });
    }
  },
});

/** What runs in a container is the last user of an image; a number in place of root would not make it another. */
function namedAtEnd(file: DockerfileFile): User[] {
  return file.model.stages.filter(isImage).flatMap((stage) => {
    const user = stage.last('USER');
    return user !== undefined && isNamed(file, user) ? [user] : [];
  });
}

/** A value that only the build knows may be a number, and an ARG is there to be given one. */
function isNamed({ model }: DockerfileFile, user: User): boolean {
  const { value, stage } = user;
  const text = model.valueOf(value);
  if (text === undefined || value.text === '') return false;
  const usesArgument = [...value.text.matchAll(/\$\{?(\w+)/g)].some(
    ([, name = '']) => model.variables.lookup(name, stage, user.span.start)?.kind === 'arg',
  );
  return !usesArgument && !/^(?:\d*|root)(?::|$)/.test(unquote(text));
}

/** An ARG anywhere before counts, and so does a name that begins with that of one. */
function namedAsHadolint({ model }: DockerfileFile): User[] {
  const found: User[] = [];
  const names = new Set<string>();
  for (const instruction of model.instructions) {
    if (instruction.keyword === 'ARG') for (const { name } of instruction.declarations.slice(0, 1)) names.add(name);
    if (instruction.keyword !== 'USER' || instruction.value.text === '') continue;
    const { text } = instruction.value;
    if (!/^\d*(?::|$)/.test(text) && !usesAny(text, names)) found.push(instruction);
  }
  return found;
}

/** Longest variable name that is looked for in all its beginnings. */
const LONGEST_NAME = 100;

function usesAny(text: string, names: ReadonlySet<string>): boolean {
  for (const { 1: braced, 2: plain = '' } of text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
    if (braced !== undefined && names.has(braced)) return true;
    for (let length = 1; length <= Math.min(plain.length, LONGEST_NAME); length++) {
      if (names.has(plain.slice(0, length))) return true;
    }
  }
  return false;
}
