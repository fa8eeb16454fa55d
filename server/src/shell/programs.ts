import type { WordShape } from './commandShape.ts';
import type { CommandFacts } from './facts.ts';
import { flatParts } from './words.ts';

/** Utilities of POSIX.1, whose names are hardly ever meant as a value. */
export const posixUtilities: ReadonlySet<string> = new Set([
  'alias', 'ar', 'at', 'awk', 'basename', 'batch', 'bc', 'bg', 'break', 'c99', 'cal', 'cat', 'cd', 'cflow', 'chgrp',
  'chmod', 'chown', 'cksum', 'cmp', 'colon', 'comm', 'command', 'compress', 'continue', 'cp', 'crontab', 'csplit',
  'ctags', 'cut', 'cxref', 'date', 'dd', 'delta', 'df', 'diff', 'dirname', 'du', 'echo', 'ed', 'env', 'eval', 'ex',
  'exec', 'exit', 'expand', 'export', 'expr', 'fc', 'fg', 'file', 'find', 'fold', 'fort77', 'fuser', 'gencat', 'get',
  'getconf', 'getopts', 'grep', 'hash', 'head', 'iconv', 'ipcrm', 'ipcs', 'jobs', 'join', 'kill', 'lex', 'link', 'ln',
  'locale', 'localedef', 'logger', 'logname', 'lp', 'ls', 'm4', 'mailx', 'make', 'man', 'mesg', 'mkdir', 'mkfifo',
  'more', 'mv', 'newgrp', 'nice', 'nl', 'nm', 'nohup', 'od', 'paste', 'patch', 'pathchk', 'pax', 'pr', 'printf', 'prs',
  'ps', 'pwd', 'qalter', 'qdel', 'qhold', 'qmove', 'qmsg', 'qrerun', 'qrls', 'qselect', 'qsig', 'qstat', 'qsub',
  'read', 'readonly', 'renice', 'return', 'rm', 'rmdel', 'rmdir', 'sact', 'sccs', 'sed', 'set', 'sh', 'shift',
  'sleep', 'sort', 'split', 'strings', 'strip', 'stty', 'tabs', 'tail', 'talk', 'tee', 'test', 'time', 'times',
  'touch', 'tput', 'tr', 'trap', 'tsort', 'tty', 'type', 'ulimit', 'umask', 'unalias', 'uname', 'uncompress',
  'unexpand', 'unget', 'uniq', 'unlink', 'unset', 'uucp', 'uudecode', 'uuencode', 'uustat', 'uux', 'val', 'vi',
  'wait', 'wc', 'what', 'who', 'write', 'xargs', 'yacc', 'zcat',
]); // biome-ignore format: one table

/** Programs that do not read their standard input. */
export const withoutInput: ReadonlySet<string> = new Set([
  'alias', 'basename', 'bg', 'cal', 'cd', 'chgrp', 'chmod', 'chown', 'cp', 'du', 'echo', 'export', 'fg', 'fuser',
  'getconf', 'getopts', 'ipcrm', 'ipcs', 'jobs', 'kill', 'ln', 'ls', 'locale', 'mv', 'printf', 'ps', 'pwd', 'renice',
  'rm', 'rmdir', 'set', 'sleep', 'touch', 'trap', 'ulimit', 'unalias', 'uname',
]); // biome-ignore format: one table

/** The pattern of a grep command: the value of `-e`, or the first word that is no option. */
export function grepPattern({ args }: Pick<CommandFacts, 'args'>): WordShape | undefined {
  const option = args.findIndex(({ text }) => text === '-e' || text === '--regexp');
  if (option !== -1) return args[option + 1];
  return args.find(({ text }) => !text.startsWith('-'));
}

/** A command in a substitution may read the input in its place. */
export function substitutes({ node }: WordShape): boolean {
  const value = node?.type === 'Assignment' ? node.value : node;
  return value?.type === 'Word' && flatParts(value).some((part) => part.type === 'CommandExpansion');
}
