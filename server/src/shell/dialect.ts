/** The language a RUN line is written in, as far as it can be told from SHELL, a shebang or a comment. */
export type Dialect = 'sh' | 'bash' | 'ash' | 'dash' | 'ksh' | 'zsh' | 'powershell' | 'cmd' | 'unknown';

const dialects = new Map<string, Dialect>([
  ['sh', 'sh'],
  ['bash', 'bash'],
  ['rbash', 'bash'],
  ['ash', 'ash'],
  ['busybox', 'ash'],
  ['dash', 'dash'],
  ['ksh', 'ksh'],
  ['ksh93', 'ksh'],
  ['mksh', 'ksh'],
  ['oksh', 'ksh'],
  ['loksh', 'ksh'],
  ['pdksh', 'ksh'],
  ['zsh', 'zsh'],
  ['pwsh', 'powershell'],
  ['powershell', 'powershell'],
  ['cmd', 'cmd'],
]);

/** Interpreters whose language is not that of a POSIX shell. */
const otherLanguages =
  /^(?:python|pypy|perl|ruby|node|deno|bun|php|lua|fish|nu|t?csh|tclsh|wish|awk|gawk|sed|rc|elvish|xonsh|oil|osh|Rscript|julia|groovy|make)[0-9.]*$/;

/** True when `parseScript` reads the dialect; PowerShell, cmd and unknown languages are left alone. */
export function isParsed(dialect: Dialect): boolean {
  return dialect !== 'powershell' && dialect !== 'cmd' && dialect !== 'unknown';
}

/** Dialect of a program given as a path or name: `/bin/bash`, `C:\\Windows\\System32\\cmd.exe`, `bash5`. */
export function dialectOfProgram(program: string): Dialect | undefined {
  const name = program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
  const base = name.toLowerCase().replace(/\.exe$/, '');
  return dialects.get(base) ?? dialects.get(base.replace(/-?[0-9][0-9.]*$/, ''));
}

/**
 * Dialect of a SHELL instruction: of its program, or of a shell that a wrapper program is told to start
 * (`["conda", "run", "bash", "-c"]`). A wrapper that takes a command string with `-c` is taken for bash, the most
 * permissive of them; other languages are `unknown`.
 */
export function shellDialect(words: readonly string[]): Dialect {
  const [program = '', ...rest] = words;
  const own = dialectOfProgram(program);
  if (own !== undefined) return own;
  for (const word of rest) {
    const named = dialectOfProgram(word);
    if (named !== undefined) return named;
  }
  if (isOtherLanguage(program)) return 'unknown';
  return rest.some((word) => /^-[a-z]*c$/.test(word)) ? 'bash' : 'unknown';
}

/**
 * Dialect that the first line of a script asks for (`#!/usr/bin/env -S bash -e`), `unknown` when it asks for another
 * language, `undefined` when it is no shebang.
 */
export function dialectOfShebang(script: string): Dialect | undefined {
  if (!script.startsWith('#!')) return undefined;
  const end = script.indexOf('\n');
  const words = script
    .slice(2, end === -1 ? Math.min(script.length, 4096) : Math.min(end, 4096))
    .trim()
    .split(/\s+/);
  let [program = ''] = words;
  if (program === 'env' || program.endsWith('/env')) {
    program = words.slice(1).find((word) => !word.startsWith('-') && !word.includes('=')) ?? '';
  }
  return dialectOfProgram(program) ?? 'unknown';
}

function isOtherLanguage(program: string): boolean {
  return otherLanguages.test(program.slice(program.lastIndexOf('/') + 1));
}
