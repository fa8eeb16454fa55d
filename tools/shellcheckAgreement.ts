/**
 * Compares our shell rules with ShellCheck as a black box, code by code, and writes docs/shellcheck-agreement.md:
 *
 *     npx tsx tools/shellcheckAgreement.ts [--show CODES] [FOLDER …]
 *
 * Scripts come from test/shellcheck/scripts.txt, from the RUN instructions of the Dockerfiles in the given folders, and
 * from putting scripts together at random. Needs the program `shellcheck` on the path. `--show` prints, for codes with
 * commas between them, the scripts that only one of the two reports, and writes nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dockerfileFile } from '../server/src/dockerfile/model/file.ts';
import type { ShellRule } from '../server/src/dockerfile/shellRule.ts';
import { shellFacts } from '../server/src/shell/facts.ts';
import { slipIn } from '../server/src/shell/slips.ts';
import { parseTree } from '../server/src/shell/tree.ts';

type Shell = 'sh' | 'bash' | 'dash';

interface Sample {
  readonly shell: Shell;
  readonly text: string;
  /** The script reads `NAME=1` of these from outside. */
  readonly known: readonly string[];
}

/** How often a code was found. */
interface Count {
  both: number;
  ours: number;
  theirs: number;
}

interface Comment {
  readonly file: string;
  readonly line: number;
  readonly code: number;
}

const root = join(fileURLToPath(import.meta.url), '../..');
const LINE_BREAK = '␤';
/** The rule about scripts that cannot be read; its findings are compared as a whole. */
const SYNTAX = 'shell-syntax-error';
/** Codes of findings that end ShellCheck's reading of a script. */
const STOPPING = new Set([1070, 1072, 1088, 1089]);
/** Rules that say what is wrong with a script that cannot be read. */
const SLIPS = new Set([
  SYNTAX, 'shell-ampersand-semicolon', 'shell-apostrophe', 'shell-backslash-before-quote', 'shell-comment-space', 'shell-for-dollar',
  'shell-function-brace', 'shell-function-parameters', 'shell-keyword-as-argument', 'shell-keyword-case',
  'shell-missing-space', 'shell-test-empty', 'shell-test-operand', 'shell-test-unknown-operator', 'shell-unclosed-quote',
]); // biome-ignore format: one table

/** The checks that ShellCheck makes only when they are named, and for which there are rules. */
const OPTIONAL =
  'add-default-case,avoid-nullary-conditions,check-extra-masked-returns,check-set-e-suppressed,deprecate-which,' +
  'quote-safe-variables,require-double-brackets,require-variable-braces';

/** The scripts written for the comparison; a line `# shell: NAME …` says with which shells those below are read. */
function writtenSamples(): Sample[] {
  const samples: Sample[] = [];
  let shells: Shell[] = ['sh'];
  for (const line of readFileSync(join(root, 'test/shellcheck/scripts.txt'), 'utf8').split('\n')) {
    if (line.startsWith('# shell:')) shells = line.slice('# shell:'.length).trim().split(' ') as Shell[];
    else if (line !== '' && !line.startsWith('#')) {
      for (const shell of shells) samples.push({ shell, text: line.replaceAll(LINE_BREAK, '\n'), known: [] });
    }
  }
  return samples;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** What the RUN instructions of Dockerfiles hand to a shell, and files that say with which shell they run. */
function foundSamples(folders: readonly string[]): Sample[] {
  const samples: Sample[] = [];
  for (const path of folders.flatMap(filesIn)) {
    const text = readFileSync(path, 'utf8');
    const [line, name] = /^#! ?\/bin\/(sh|bash)\b.*\n/.exec(text) ?? [];
    if (line !== undefined) {
      // Directives would silence one side only.
      const script = text.slice(line.length).replaceAll(/# *shellcheck +/g, '# ');
      samples.push({ shell: name === 'bash' ? 'bash' : 'sh', text: script, known: [] });
      continue;
    }
    if (!/dockerfile/i.test(basename(path))) continue;
    const { model } = dockerfileFile(path, text);
    model.instructions.forEach((instruction, order) => {
      if (instruction.keyword !== 'RUN' || instruction.exec !== undefined) return;
      const { script } = instruction;
      if (script.tree.text.trim() === '') return;
      const known = model.variables.visible(instruction.stage, order).map(({ name }) => name);
      const shell = script.dialect === 'bash' ? 'bash' : 'sh';
      samples.push({ shell, text: script.text, known: known.filter((name) => name !== 'PATH').sort() });
    });
  }
  return samples;
}

/** Scripts put together from others, the same ones every time. */
function composedSamples(written: readonly Sample[], count: number): Sample[] {
  let seed = 20_240_229;
  const random = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return seed % limit;
  };
  const whole = written.filter(({ text }) => !text.includes('\n') && parseTree(text).ok && !text.includes('#'));
  const pick = (): string => whole[random(whole.length)]?.text ?? ':';
  const forms: ((a: string, b: string, c: string) => string)[] = [
    (a, b) => `${a}; ${b}`,
    (a, b) => `${a} && ${b}`,
    (a, b, c) => `${a} && ${b} || ${c}`,
    (a, b, c) => `if ${a}; then ${b}; else ${c}; fi`,
    (a, b) => `for item in one two; do ${a}; ${b}; done`,
    (a, b) => `while ${a}; do ${b}; done`,
    (a, b) => `(${a}; ${b})`,
    (a, b) => `name() { ${a}; ${b}; }; name`,
    (a) => `value=$(${a}); echo "$value"`,
    (a, b) => `${a}\n${b}`,
    (a, b) => `case $1 in a) ${a};; *) ${b};; esac`,
    (a, b) => `set -e; ${a}; ${b}`,
    (a, b) => `{ ${a}; } | ${b}`,
  ];
  const samples: Sample[] = [];
  while (samples.length < count) {
    const form = forms[random(forms.length)];
    const text = form?.(pick(), pick(), pick()) ?? '';
    if (parseTree(text).ok) samples.push({ shell: random(2) === 0 ? 'sh' : 'bash', text, known: [] });
  }
  return samples;
}

/** ShellCheck's findings by sample: code and line of the script, 1-based. */
function shellcheck(samples: readonly Sample[]): Comment[][] {
  const folder = mkdtempSync(join(tmpdir(), 'shellcheck-'));
  const found: Comment[][] = samples.map(() => []);
  samples.forEach(({ shell, text, known }, index) => {
    const declared = known.map((name) => `export ${name}=1\n`).join('');
    writeFileSync(join(folder, String(index)), `#!/bin/${shell}\n${declared}${text}\n`);
  });
  const batch = 400;
  for (let from = 0; from < samples.length; from += batch) {
    const names = samples.slice(from, from + batch).map((_, index) => String(from + index));
    const output = run(['--norc', '-f', 'json1', '-e', 'SC1090,SC1091,SC2187', '-o', OPTIONAL, ...names], folder);
    for (const comment of (JSON.parse(output) as { comments: Comment[] }).comments) {
      const index = Number(comment.file);
      found[index]?.push({ ...comment, line: comment.line - 1 - (samples[index]?.known.length ?? 0) });
    }
  }
  rmSync(folder, { recursive: true });
  return found;
}

function run(args: readonly string[], cwd: string): string {
  try {
    return execFileSync('shellcheck', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    // Status 1 says that there are findings.
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' && error.stdout !== '')
      return error.stdout;
    throw error;
  }
}

const shellRules = await loadRules();

async function loadRules(): Promise<ShellRule[]> {
  const folder = join(root, 'server/src/dockerfile/rules');
  const loaded: ShellRule[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!/^shell-.*(?<!\.test)\.ts$/.test(name)) continue;
    const module = (await import(pathToFileURL(join(folder, name)).href)) as Record<string, unknown>;
    for (const value of Object.values(module)) if (isShellRule(value)) loaded.push(value);
  }
  return loaded;
}

const slipCodes = new Set(shellRules.filter(({ id }) => SLIPS.has(id)).flatMap(codesOf));

function isShellRule(value: unknown): value is ShellRule {
  return typeof value === 'object' && value !== null && 'findIn' in value;
}

function codesOf(rule: ShellRule): number[] {
  return (rule.same ?? [])
    .filter((name) => name.startsWith('shellcheck/'))
    .map((name) => Number(name.slice('shellcheck/SC'.length)));
}

/** Lines, 1-based, on which a rule reports. */
function ourLines(rule: ShellRule, { shell, text, known }: Sample): number[] {
  const names = new Set(known);
  const found = rule.findIn(shellFacts(parseTree(text), shell), { has: (name) => names.has(name), names: () => known });
  return found.map(({ at }) => {
    const start = at.frame ? at.frame.at(at.start) : at.start;
    return text.slice(0, start).split('\n').length;
  });
}

/** Rules that say once what ShellCheck says at two places, by the code of the place that is theirs. */
const TOLD_ONCE = new Map([
  ['shell-alias-same-line', [2263]],
  ['shell-case-shadowed', [2222]],
  ['shell-function-arguments', [2119]],
  ['shell-function-as-program', [2033]],
  ['shell-loop-input', [2095]],
  ['shell-nested-loop-variable', [2165]],
  ['shell-prefix-not-seen', [2098]],
  ['shell-subshell-variable', [2031]],
  ['shell-unreachable', [2317]],
]);

/** Lines to compare, each once where several comments are about one thing. */
function linesOf(rule: ShellRule, lines: number[]): number[] {
  return codesOf(rule).length > 1 || TOLD_ONCE.has(rule.id) ? [...new Set(lines)] : lines;
}

function compare(samples: readonly Sample[], show: readonly number[]): Map<ShellRule, Count> {
  const theirs = shellcheck(samples);
  const counts = new Map<ShellRule, Count>(shellRules.map((rule) => [rule, { both: 0, ours: 0, theirs: 0 }]));
  samples.forEach((sample, index) => {
    const comments = theirs[index] ?? [];
    const isBroken = comments.some(({ code }) => STOPPING.has(code));
    // ShellCheck reads on where it can guess what was meant.
    const isDoubtful = comments.some(({ code }) => slipCodes.has(code));
    const isUnreadable = slipIn(shellFacts(parseTree(sample.text), sample.shell)) !== undefined;
    for (const rule of shellRules) {
      const count = counts.get(rule);
      if (count === undefined) continue;
      const codes = TOLD_ONCE.get(rule.id) ?? codesOf(rule);
      // Behind an error of syntax one of the two reads no further.
      if ((isBroken || isUnreadable) && !SLIPS.has(rule.id)) continue;
      const isSyntax = rule.id === SYNTAX;
      const ours = isSyntax ? (isUnreadable ? [1] : []) : linesOf(rule, ourLines(rule, sample));
      const left = isSyntax
        ? isBroken || (isUnreadable && isDoubtful)
          ? [1]
          : []
        : linesOf(
            rule,
            comments.filter(({ code }) => codes.includes(code)).map(({ line }) => line),
          );
      let onlyOurs = 0;
      const onlyLines: number[] = [];
      for (const line of ours) {
        const at = left.indexOf(line);
        if (at === -1) {
          onlyOurs++;
          onlyLines.push(line);
        } else {
          left.splice(at, 1);
          count.both++;
        }
      }
      count.ours += onlyOurs;
      count.theirs += left.length;
      if (codes.some((code) => show.includes(code)) && (onlyOurs > 0 || left.length > 0)) {
        const text = sample.text.replaceAll('\n', LINE_BREAK);
        const places = [onlyLines, left].map((lines) => lines.join(' ')).join(' / ');
        console.log(
          `${rule.id}\t${onlyOurs > 0 ? `ours ${onlyOurs}` : ''}${left.length > 0 ? `theirs ${left.length}` : ''}\t${sample.shell}\t${text}\t${places}`,
        );
      }
    }
  });
  return counts;
}

/** Why a disagreement stays. */
const argued: Readonly<Record<string, string>> = {
  'shell-escape-dropped':
    'ShellCheck also minds `\\^`, which some old shells take for a pipe; no shell of an image does.',
  'shell-backslash-before-quote':
    'the text behind such a quote is often one that never ends; then only the quote is reported.',
  'shell-keyword-as-argument':
    'in scripts that cannot be read the two blame different words: the keyword, or what should stand before it.',
  'shell-missing-space':
    'in an unreadable condition ShellCheck guesses a missing blank wherever its grammar stops. The rule only says so where the blank is what is missing; else the script is reported as unreadable.',
  'shell-ampersand-semicolon': '`&&;` is the same slip as `&;`, and is reported as such.',
  'shell-function-parameters': '`echo (` is no function: it is reported as unreadable.',
  'shell-assignment-spaces': '`$1 = y` cannot be an assignment, as the name is no name.',
  'shell-syntax-error':
    "only ShellCheck's: words in `[ … ]`, which is a command with any arguments for the shell, and `for ${i}`, which has a rule of its own. Only ours: scripts that ShellCheck reads as it guesses they were meant, and bash does not read.",
  'shell-unclosed-quote':
    'ShellCheck says that a script with an open quote cannot be read, and names the quote in some cases only. In readable scripts its code is a guess from texts over several lines, which are meant in nearly every file.',
  'shell-literal-brace': '`x{` and `${x}}` as names of commands are reported by shell-symbol-as-command.',
  'shell-function-brace': '`{x} y` is a command with an odd name for bash, not a group.',
  'shell-assignment-double-equals':
    '`x==y` assigns the text `=y`, and it is what version pins such as `pip==1` look like behind a line break.',
  'shell-comment-space': '`}#` is unreadable, and what is missing is the blank before the comment.',
  'shell-useless-echo':
    'an acute accent is no backtick, so that there is no substitution; the accent is reported. `$((- -x))` is arithmetic; ShellCheck reads a command.',
  'shell-backticks': "only ShellCheck's: acute accents, and backticks in an expansion that is an error itself.",
  'shell-and-or': 'behind `[ … && … ]`, which ends differently for the two.',
  'shell-single-quoted-expression':
    'the same findings on other lines: ShellCheck gives what stands in backticks the line they begin on.',
  'shell-echo-escape': "`'a\\\\'` ends in a backslash, and nothing is escaped by it.",
  'shell-subshell-variable':
    'values are followed in the order of the text; ShellCheck also follows arithmetic and the order of calls.',
  'shell-unused-variable':
    "ShellCheck reports the last of several assignments, here it is the first; and elements such as `read 'x[1]'` are taken for variables.",
  'shell-quote-substitution': 'acute accents and `$((- -x))`, as for shell-useless-echo.',
  'shell-use-at-for-arguments': '`$*` as a whole command is one on purpose; in escaped quotes it is unquoted.',
  'shell-test-constant': '`[foo = bar ]` lacks its blank, which is reported; with it, this is.',
  'shell-test-unknown-operator':
    'inside of `[[ … ]]` an unknown operator is an error of the grammar and reported as such.',
  'shell-trap-quotes': 'a variable in escaped quotes is expanded early as well, but its blanks are safe there.',
  'shell-quote-array': '`$@=x` is no name, which is what is reported.',
  'shell-redirect-order': '`2>&1 2> x` sends errors to x as written; there is nothing for another order to mend.',
  'shell-test-unquoted': '`[ -n x* ]` is a wildcard in a condition and reported by shell-test-glob.',
  'shell-quote-variable':
    'following values through branches is bounded: in very long scripts with many branches nothing is said of the variables that the script sets. `typeset a=1 b=$a` is reported for its order.',
  'shell-quotes-in-variable': 'an alias is no assignment for ShellCheck; its quotes are kept all the same.',
  'shell-quotes-in-expansion': 'as shell-quotes-in-variable.',
  'shell-code-after-exec': '`exec foo` followed by `exit` is what careful scripts write.',
  'shell-read-and-write':
    'a file that is written by two redirections of one command is reported by shell-redirect-twice.',
  'shell-arithmetic-as-text': '`name=some-words` in a real script is a text, not a difference.',
  'shell-rm-root': '`/home/*` without a variable removes what it says.',
  'shell-useless-echo-substitution': 'acute accents; and `busybox echo` is echo, but not that of the shell.',
  'shell-function-arguments': "ShellCheck counts `$1` in an alias as the function's own.",
  'shell-word-between-quotes':
    'an apostrophe in a text over several lines ends it; what is wrong is the quote, not the word.',
  'shell-ifs-escape': "`IFS=$(printf '\\n\\b')` is the usual way to write it.",
  'shell-undefined-variable':
    'keys of associative arrays and words of `[[ a -eq b ]]` are variables for one and texts for the other; and what is reported first differs when a name is used on several lines.',
  'shell-test-literal':
    'words glued to operators are reported by shell-test-glued, wildcards by shell-test-glob-value.',
  'shell-grep-variant': 'as shell-single-quoted-expression.',
  'shell-glob-as-command': '`foo= [1]` is reported as a value that is run as a command.',
  'shell-test-operand': 'in `[ -f x]` the operand is there; what is missing is the blank behind it, which is reported.',
  'shell-test-empty': '`[[ ]]` is an error of the grammar.',
  'shell-option-as-command': '`$((- -x))` is arithmetic, as for shell-useless-echo.',
  'shell-pipe-to-non-reader': '`$((- -x))` is arithmetic; ShellCheck reads a substitution that may take the input.',
  'shell-test-in-subshell': '`$(([[ x ]]))` is read as arithmetic.',
  'shell-negation-unchecked':
    'ShellCheck does not look into the branches of a case; and `!foo` lacks its blank, which is reported.',
  'shell-echo-blanks':
    'a single tab is not distinguishable from a blank on most screens, and where it starts decides for ShellCheck.',
  'shell-unreachable':
    'ShellCheck also reports the bodies of functions that are never called by their name, or are defined again. They are no code behind an exit, and traps and tables of commands call them in real scripts; a later version of ShellCheck gave them a code of their own.',
  'shell-status-changed': 'behind a mixture of `&&`, `||` and branches ShellCheck is less sure which command ran last.',
  'shell-function-late': 'a second definition of a function is not the first.',
  'shell-brace-variables':
    'a variable that is no name at its place, as in `$x=y`, `for $x` and `${$x}`, is reported by other rules, and for these ShellCheck is of two minds.',
  'shell-quote-safe-variable':
    '`declare x=$y` is split in sh, and declare is no command of sh that ShellCheck knows to be one.',
  'shell-ambiguous-parentheses': '`$((- -x))` and `$((x#1))` are arithmetic, if odd or wrong.',
  'shell-test-implicit': '`[ * ]` and `[ {a,b} ]` are reported for what is expanded, not for a missing -n.',
  'shell-test-double-bracket': '`[foo` is no test before it has its blank.',
  'shell-nested-array': '`${#a[1][2]}`.',
  'shell-function-in-condition': 'a function that is defined inside of a list, and called in the same list.',
  'shell-masked-status':
    '`time -p foo`, of which the status is that of foo; names of commands that are not literal; and a pipe into `[ … ]`, where ShellCheck is silent.',
  'shell-sh-substitution-of-file': '`$(> x)` is an empty text in every shell.',
  'shell-subshell-as-test': '`$((a b))` is arithmetic, as for shell-useless-echo.',
  'shell-cd-unchecked': '`$((cd x; y))` is arithmetic, and reported as that.',
  'shell-redirect-and-pipe': 'ShellCheck is silent where a substitution of the command could read the pipe.',
  'shell-array-overwritten': 'an array that is declared again is none for ShellCheck.',
  'shell-sh-double-bracket': 'conditions that cannot be read are reported as that.',
  'shell-sh-test-double-equals': 'conditions that cannot be read are reported as that.',
  'shell-sh-redirect-both': '`&>>` is as unknown to sh as `&>`; ShellCheck passes it.',
  'shell-sh-set-option': 'dash 0.5.12, that of Debian 12, fails on `set -o pipefail`; ShellCheck passes it for dash.',
  'shell-sh-builtin-option': '`read --r` is no option of sh.',
  'shell-sh-indirection': '`${!$x}` is an indirection, though one that is wrong besides.',
  'shell-sh-array-element': '`${x[@]:0:1}` is an element of an array and a part of it; sh knows neither.',
  'shell-sh-substring': 'as shell-sh-array-element.',
};

interface Result {
  readonly name: string;
  readonly samples: readonly Sample[];
  readonly counts: ReadonlyMap<ShellRule, Count>;
}

function documentOf(results: readonly Result[], version: string): string {
  const rules = shellRules
    .filter((rule) => codesOf(rule).length > 0)
    .sort((a, b) => (codesOf(a)[0] ?? 0) - (codesOf(b)[0] ?? 0));
  const countIn = (result: Result, rule: ShellRule): Count =>
    result.counts.get(rule) ?? { both: 0, ours: 0, theirs: 0 };
  const rows = rules.map((rule) => {
    const cells = results.map((result) => {
      const { both, ours, theirs } = countIn(result, rule);
      return `${both} / ${ours} / ${theirs}`;
    });
    const codes = codesOf(rule).map((code) => `SC${code}`);
    return `| ${codes.join(' ')} | [${rule.id}](rules/${rule.id}.md) | ${cells.join(' | ')} |`;
  });
  const differing = rules.filter((rule) =>
    results.some((result) => countIn(result, rule).ours + countIn(result, rule).theirs > 0),
  );
  const reasons = differing.map(
    (rule) => `- **${rule.id}**: ${argued[rule.id] ?? 'a disagreement that is not understood yet.'}`,
  );
  const [first, second, third] = results.map(({ samples }) => samples.length);
  return `<!-- Written by tools/shellcheckAgreement.ts -->

# Agreement with ShellCheck

How the shell rules compare with ShellCheck ${version} as a black box. Each cell counts findings by line of the script: those
of both, only ours, only those of ShellCheck. A disagreement is a bug, or it is argued below.

- *written*: ${first} scripts of \`test/shellcheck/scripts.txt\`, for sh, bash or dash
- *composed*: ${second} scripts put together from these at random, the same ones every time
- *found*: ${third} scripts that stand in files: the RUN instructions of the Dockerfiles, and the files that begin with
  \`#!/bin/sh\` or \`#!/bin/bash\`, in the folders given to the command. The numbers here are those of Dockerfiles of public
  projects, of the folder \`samples\`, and of the scripts that the packages of a Debian 12 system install

\`\`\`
npx tsx tools/shellcheckAgreement.ts FOLDER …
\`\`\`

writes this page; \`--show SC2086,SC2046\` prints where the two differ instead. Where one of the two cannot read a script, only the
rules about syntax are compared. ShellCheck tells some findings at two places; then only the one that is ours is counted.

| ShellCheck | rule | written | composed | found |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Why they differ

${reasons.join('\n')}
`;
}

function versionOf(text: string): string {
  return /^version: (.*)$/m.exec(text)?.[1] ?? 'of an unknown version';
}

const args = process.argv.slice(2);
const showAt = args.indexOf('--show');
const show =
  showAt === -1 ? [] : (args.splice(showAt, 2)[1] ?? '').split(',').map((code) => Number(code.replace(/^SC/, '')));
const written = writtenSamples();
const sets: [string, Sample[]][] = [
  ['written', written],
  ['composed', composedSamples(written, 3000)],
  ['found', foundSamples(args)],
];
const results = sets.map(([name, samples]) => ({ name, samples, counts: compare(samples, show) }));
if (show.length === 0) {
  const version = versionOf(execFileSync('shellcheck', ['--version'], { encoding: 'utf8' }));
  writeFileSync(join(root, 'docs/shellcheck-agreement.md'), documentOf(results, version));
}
