import type { ImageReference } from '../image/reference.ts';
import type { Fix, Report, RuleFacts, RuleOptions, Sieve, StatementRule } from '../lint/rule.ts';
import type { Dialect } from '../shell/dialect.ts';
import type { Entry, ShellFacts } from '../shell/facts.ts';
import { shellFacts } from '../shell/facts.ts';
import type { Script } from '../shell/script.ts';
import type { Ast, Frame } from '../shell/tree.ts';
import type { Place } from '../shell/variables.ts';
import type { TextEdit } from '../text/edit.ts';
import { misspeltArray } from './model/execForm.ts';
import type { DockerfileFile } from './model/file.ts';
import {
  type Cmd,
  type Entrypoint,
  type Healthcheck,
  type Instruction,
  type Run,
  triggered,
} from './model/instructions.ts';
import { proxyArguments } from './model/variables.ts';
import { reportIn } from './rule.ts';

/** A change of the script; offsets are into its text. An empty range inserts, behind the text before it unless told. */
export interface ShellEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  readonly isBefore?: true;
}

export interface ShellFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly ShellEdit[];
}

/** A finding in a script, wherever that stands. */
export interface ShellFinding {
  readonly at: Place;
  readonly message: string;
  /** Not made inside escaped backticks, where an edit would need escaping itself. */
  readonly fixes?: () => readonly ShellFix[];
  /** No finding where ARG or ENV declares this variable. */
  readonly unless?: string;
  /** ShellCheck's finding, but groundless in a Dockerfile: only reported in exact mode. */
  readonly exactOnly?: true;
}

export type ReportShell = (finding: ShellFinding) => void;

/** Names of variables that a script can rely on, or look like one it misspells. */
export interface KnownVariables {
  has(name: string): boolean;
  /** All of them, once each. */
  names(): readonly string[];
}

export interface ShellRuleFacts extends Omit<RuleFacts, 'category'> {
  /** Looks at one script. What it answers depends on the script and its dialect alone, and is remembered. */
  find?(facts: ShellFacts, report: ReportShell): void;
  /** As `find`, for what depends on the variables that ARG and ENV declare; not remembered. */
  findKnowing?(facts: ShellFacts, known: KnownVariables, report: ReportShell): void;
}

/** A rule about the shell language that looks at scripts one by one. */
export interface ShellRule extends StatementRule<DockerfileFile, Instruction> {
  /** What it finds in a script that stands by itself, for comparing with other tools. */
  findIn(facts: ShellFacts, known: KnownVariables): readonly ShellFinding[];
}

/** Shell code of an instruction. */
interface ScriptInFile {
  readonly instruction: Run | Cmd | Entrypoint | Healthcheck;
  readonly script: Script;
  readonly facts: ShellFacts;
  readonly known: KnownVariables;
  readonly found: Found;
}

/** What rules found in a script, by the rule's slot. Most find nothing, which must not take memory. */
interface Found {
  /** The slots of the rules that may find something. */
  readonly concerned: readonly number[];
  /** 1 for a rule that looked, or need not. */
  readonly looked: Uint8Array;
  readonly findings: Map<number, readonly ShellFinding[]>;
}

const nothing: readonly ShellFinding[] = [];
let slots = 0;

/** Scripts that a rule is watched in before it is taken for one that looks at more than can be told. */
const MOST_FAILURES = 20;

/** Kinds of nodes and programs without which rules find nothing, learnt from scripts that had none of them. */
class Needs {
  /** 1 for a rule to be watched, by its slot: not when its needs are known, nor when many scripts told nothing. */
  private readonly learning = new Uint8Array(slots).fill(1);
  /** How many scripts told nothing of a rule's needs. */
  private readonly failures = new Uint8Array(slots);
  /** The slots of rules whose needs are not known. */
  private readonly unknown = new Set(Array(slots).keys());
  private readonly slotsOf = new Map<string, number[]>();

  isLearning(slot: number): boolean {
    return this.learning[slot] === 1;
  }

  /** @param keys what a rule asked for that found nothing; `undefined` when it looked at something else */
  learn(slot: number, keys: Iterable<string> | undefined): void {
    if (keys === undefined) {
      const failures = (this.failures[slot] ?? 0) + 1;
      this.failures[slot] = failures;
      if (failures === MOST_FAILURES) this.learning[slot] = 0;
      return;
    }
    this.learning[slot] = 0;
    this.unknown.delete(slot);
    for (const key of keys) {
      const list = this.slotsOf.get(key);
      if (list === undefined) this.slotsOf.set(key, [slot]);
      else list.push(slot);
    }
  }

  /** Which rules have to look at a script. */
  foundIn(script: ShellFacts): Found {
    const concerned = [...this.unknown];
    const looked = new Uint8Array(slots).fill(1);
    for (let index = 0; index < concerned.length; index++) looked[concerned[index] ?? 0] = 0;
    script.keys((key) => {
      const list = this.slotsOf.get(key);
      if (list === undefined) return;
      for (const slot of list) {
        if (looked[slot] === 0) continue;
        looked[slot] = 0;
        concerned.push(slot);
      }
    });
    return { concerned, looked, findings: new Map() };
  }
}

const needsByDialect = new Map<Dialect, Needs>();

function needsIn(dialect: Dialect): Needs {
  let needs = needsByDialect.get(dialect);
  if (needs === undefined) {
    needs = new Needs();
    needsByDialect.set(dialect, needs);
  }
  return needs;
}

const slotOf = new Map<string, number>();
/** Lists of rules by the slots of the rules. */
const bySlot = new WeakMap<object, readonly unknown[]>();

const sieve: Sieve<DockerfileFile, Instruction> = {
  sift<Sifted extends { readonly id: string }>(
    rules: readonly Sifted[],
    instruction: Instruction,
    file: DockerfileFile,
    options: RuleOptions,
  ): readonly Sifted[] {
    const entry = scriptIn(instruction, file, options);
    if (entry === undefined) return [];
    // Kept with the list itself, and so of its type.
    let known = bySlot.get(rules) as readonly (Sifted | undefined)[] | undefined;
    if (known === undefined) {
      const list: (Sifted | undefined)[] = Array(slots).fill(undefined);
      for (const each of rules) {
        const slot = slotOf.get(each.id);
        if (slot !== undefined) list[slot] = each;
      }
      bySlot.set(rules, list);
      known = list;
    }
    const sifted: Sifted[] = [];
    const { concerned } = entry.found;
    for (let index = 0; index < concerned.length; index++) {
      const each = known[concerned[index] ?? -1];
      if (each !== undefined) sifted.push(each);
    }
    return sifted;
  },
};

/** Makes a rule of something to find in scripts: goes through the file's scripts and puts findings in their place. */
export function shellRule(rule: ShellRuleFacts): ShellRule {
  const slot = slots++;
  const { find, findKnowing, ...facts } = rule;
  slotOf.set(rule.id, slot);
  const look = (script: ShellFacts): readonly ShellFinding[] => {
    if (find === undefined) return nothing;
    const needs = needsIn(script.dialect);
    // What a rule finds that asks for variables besides depends on more than the script.
    if (findKnowing !== undefined || !needs.isLearning(slot)) return gather(find, script);
    const [found, missed] = script.watch(() => gather(find, script));
    needs.learn(slot, found.length === 0 ? missed : undefined);
    return found;
  };
  return {
    category: 'shell',
    kinds: ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'ONBUILD'],
    sieve,
    checkStatement(instruction, file, report, options) {
      const entry = scriptIn(instruction, file, options);
      if (entry === undefined) return;
      const { looked, findings } = entry.found;
      let found = nothing;
      if (looked[slot] === 1) found = findings.get(slot) ?? nothing;
      else {
        found = look(entry.facts);
        looked[slot] = 1;
        if (found.length > 0) findings.set(slot, found);
      }
      if (found.length === 0 && findKnowing === undefined) return;
      const place = reportIn(file, report, options);
      for (const finding of found) if (options.exact || !finding.exactOnly) put(entry, finding, place);
      findKnowing?.(entry.facts, entry.known, (finding) => put(entry, finding, place));
    },
    findIn(script, known) {
      const look = (facts: ShellFacts, report: ReportShell) => {
        find?.(facts, report);
        findKnowing?.(facts, known, report);
      };
      return gather(look, script).filter(({ unless }) => unless === undefined || !known.has(unless));
    },
    ...facts,
  };
}

/** What is being gathered; nothing is made anew for the many rules that find nothing. */
let gathered: ShellFinding[] = [];
const collect: ReportShell = (finding) => {
  gathered.push(finding);
};

function gather(find: (facts: ShellFacts, report: ReportShell) => void, script: ShellFacts): readonly ShellFinding[] {
  // A rule that threw has left something.
  if (gathered.length > 0) gathered = [];
  find(script, collect);
  if (gathered.length === 0) return nothing;
  const found = gathered;
  gathered = [];
  return found;
}

function put(
  { instruction, script, known }: ScriptInFile,
  { at, message, fixes, unless }: ShellFinding,
  report: (instruction: Instruction, finding: Parameters<Report>[0]) => void,
): void {
  if (unless !== undefined && known.has(unless)) return;
  const isFixable = fixes !== undefined && at.frame === undefined;
  report(instruction, {
    at: script.span(at.start, at.end, at.frame),
    message,
    ...(isFixable && { fixes: () => fixes().map((fix) => inFile(fix, script)) }),
  });
}

function inFile({ title, safe, edits }: ShellFix, script: Script): Fix {
  return { title, safe, edits: edits.map((edit) => editInFile(edit, script)) };
}

function editInFile({ start, end, newText, isBefore }: ShellEdit, script: Script): TextEdit {
  if (start !== end) return { at: script.span(start, end), newText };
  const offset = isBefore || start === 0 ? script.span(start, start).start : script.span(start - 1, start).end;
  return { at: { start: offset, end: offset }, newText };
}

/** The place of a node. */
export function placeOf({ node, frame }: Pick<Entry, 'node' | 'frame'>): Place {
  return { start: node.pos, end: node.end, frame };
}

/** A place by its offsets. */
export function placeAt(start: number, end: number, frame: Frame = undefined): Place {
  return { start, end, frame };
}

/** Puts text around a node. */
export function surround({ pos, end }: Pick<Ast.Word, 'pos' | 'end'>, before: string, after: string): ShellEdit[] {
  return [
    { start: pos, end: pos, newText: before, isBefore: true },
    { start: end, end, newText: after },
  ];
}

/** The script that was asked for last: one rule after another asks for the same. */
let last:
  | { instruction: Instruction; file: DockerfileFile; exact: boolean; entry: ScriptInFile | undefined }
  | undefined;

function scriptIn(instruction: Instruction, file: DockerfileFile, { exact }: RuleOptions): ScriptInFile | undefined {
  if (last?.instruction !== instruction || last.file !== file || last.exact !== exact) {
    last = { instruction, file, exact, entry: readScript(instruction, file, exact) };
  }
  return last.entry;
}

function readScript(instruction: Instruction, file: DockerfileFile, exact: boolean): ScriptInFile | undefined {
  const own = triggered(instruction);
  switch (own?.keyword) {
    case 'RUN':
      break;
    case 'CMD':
    case 'ENTRYPOINT':
    case 'HEALTHCHECK':
      if (exact) return undefined;
      break;
    default:
      return undefined;
  }
  if (own.exec !== undefined) return undefined;
  const { script } = own;
  if (script.tree.root === undefined) return undefined;
  // What was meant as an array is no script; that it is none is the finding of another rule.
  if (!exact && misspeltArray(own.command.text) !== undefined) return undefined;
  const dialect = exact ? script.dialect : dialectIn(own, script.dialect);
  if (dialect === undefined) return undefined;
  const facts = shellFacts(script.tree, dialect, wordsOfShell(own));
  return { instruction: own, script, facts, known: new DeclaredVariables(file, own), found: facts.once(beforeAnyLook) };
}

function beforeAnyLook(facts: ShellFacts): Found {
  return needsIn(facts.dialect).foundIn(facts);
}

/** What starts the shell: SHELL, or the first line of a heredoc that is a file of its own. */
export function wordsOfShell({ form, script, shell }: ScriptInFile['instruction']): readonly string[] {
  const shebang = form === 'heredoc' ? /^#!(.*)/.exec(script.text)?.[1] : undefined;
  return shebang === undefined ? shell.words : shebang.trim().split(/\s+/);
}

/** What ARG and ENV declare for an instruction. ARG is not there any more when a container runs. */
class DeclaredVariables implements KnownVariables {
  private readonly file: DockerfileFile;
  private readonly instruction: Instruction;
  private cache: readonly string[] | undefined;

  constructor(file: DockerfileFile, instruction: Instruction) {
    this.file = file;
    this.instruction = instruction;
  }

  has(name: string): boolean {
    const variable = this.file.model.variables.lookup(name, this.instruction.stage, this.instruction.span.start);
    if (variable !== undefined && (this.isBuilding || variable.kind === 'env')) return true;
    return this.isBuilding && proxyArguments.includes(name);
  }

  names(): readonly string[] {
    this.cache ??= this.file.model.variables
      .visible(this.instruction.stage, this.instruction.span.start)
      .filter(({ kind }) => this.isBuilding || kind === 'env')
      .map(({ name }) => name);
    return this.cache;
  }

  private get isBuilding(): boolean {
    return this.instruction.keyword === 'RUN';
  }
}

/** Families of images by what their `/bin/sh` is. */
const busyboxImages = /(?:^|[/:-])(?:alpine|busybox)(?:[:-]|\d|$)/;
const bashImages =
  /(?:^|\/)(?:fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|archlinux|ubi\d?(?:-minimal|-init)?)(?::|$)/;
const dashImages =
  /^docker\.io\/library\/(?:debian|ubuntu|buildpack-deps|node|python|golang|ruby|php|rust|perl|gcc|openjdk|nginx|httpd|postgres|mariadb|redis)(?::|$)/;
const windowsImages = /(?:^|\/)(?:windows(?:\/|$)|windowsservercore|nanoserver)|(?:windowsservercore|nanoserver)/;

/** The dialect that `/bin/sh` has in the stage's image, where that is known; `undefined` for Windows. */
function dialectIn({ shell, stage }: ScriptInFile['instruction'], dialect: Dialect): Dialect | undefined {
  if (dialect !== 'sh' || shell.isStated || stage === undefined) return dialect;
  const image = stage.root.image;
  return image === undefined ? dialect : dialectOfImage(image, dialect);
}

function dialectOfImage({ canonicalName, tag }: ImageReference, dialect: Dialect): Dialect | undefined {
  const name = `${canonicalName}:${tag?.text ?? ''}`;
  if (windowsImages.test(name)) return undefined;
  if (busyboxImages.test(name)) return 'ash';
  if (bashImages.test(name)) return 'bash';
  return dashImages.test(name) ? 'dash' : dialect;
}
