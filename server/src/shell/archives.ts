import type { Command } from './command.ts';
import type { OptionSyntax } from './options.ts';
import type { Script } from './script.ts';

/** Programs that hadolint knows to unpack. ADD leaves compressed single files as they are. */
const others = ['unzip', 'gunzip', 'bunzip2', 'unlzma', 'unxz', 'zgz', 'uncompress', 'zcat', 'gzcat'];

const tar: OptionSyntax = {
  withValue: [
    ...['b', 'C', 'f', 'I', 'T', 'X'],
    'directory',
    'exclude',
    'exclude-from',
    'file',
    'files-from',
    'one-top-level',
    'owner',
  ],
};

/**
 * Words of a script that name the archives it unpacks, among others. Only what ADD could do as well: with tar. In exact
 * mode what hadolint takes for unpacking.
 */
export function unpackedFiles(script: Script, exact: boolean): string[] {
  const files: string[] = [];
  for (const program of exact ? [...others, 'tar'] : ['tar']) {
    for (const command of script.named(program)) {
      if (program === 'tar' && !(exact ? extractsAsHadolint(command) : extracts(command))) continue;
      const words = exact ? command.plainArguments() : command.args;
      for (const { text } of words) files.push(text.replace(/^--file=/, ''));
    }
  }
  return files;
}

function extractsAsHadolint({ args }: Command): boolean {
  return args.some(({ text }) => ['--extract', '--get'].includes(text) || (text.startsWith('-') && text.includes('x')));
}

/** What ADD could do as well: it cannot rename or leave out. */
function extracts(command: Command): boolean {
  const names = command.options(tar).options.map(({ name }) => name);
  if (
    names.some((name) => ['strip-components', 'strip', 'transform', 'xform', 'exclude', 'exclude-from'].includes(name))
  )
    return false;
  const bundle = command.ownArguments[0]?.text ?? '';
  return names.some((name) => ['x', 'extract', 'get'].includes(name)) || /^[A-Za-z]*x[A-Za-z]*$/.test(bundle);
}
