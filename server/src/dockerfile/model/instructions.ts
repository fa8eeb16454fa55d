import { type ImageReference, parseImageReference } from '../../image/reference.ts';
import { type Dialect, dialectOfShebang, isParsed, shellDialect } from '../../shell/dialect.ts';
import { parseScript, type Script, scriptFromArguments } from '../../shell/script.ts';
import { detached } from '../../text/detached.ts';
import { MappedText } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import { isBlank } from '../syntax/blanks.ts';
import type { InstructionWord } from '../syntax/instructionWords.ts';
import { parseJsonArray } from '../syntax/json.ts';
import type { Flag, Heredoc, JsonArray, Instruction as Node, Word } from '../syntax/tree.ts';
import { fedScript, shellScript } from './execForm.ts';
import { type Binding, type Expansion, expand } from './expansion.ts';
import { type Mount, parseMount } from './mounts.ts';
import type { Stage } from './stage.ts';

/** What every typed instruction has. `node` is its place in the tree. */
abstract class Base {
  // Declared only: initialisers that many classes share are slow.
  declare readonly node: Node;
  /** `undefined` before the first FROM. Of a FROM: the stage it begins, set while the model is built. */
  declare stage: Stage | undefined;
  /** Set on the instruction inside an ONBUILD. */
  declare readonly isTrigger: boolean;
  declare private expandableCache: readonly Expandable[] | undefined;

  constructor(node: Node, stage: Stage | undefined, isTrigger: boolean) {
    this.node = node;
    this.stage = stage;
    this.isTrigger = isTrigger;
    this.expandableCache = undefined;
  }

  get span(): Span {
    return this.node.span;
  }

  get keywordSpan(): Span {
    return this.node.keywordSpan;
  }

  get flags(): readonly Flag[] {
    return this.node.flags;
  }

  flag(name: string): Flag | undefined {
    return this.node.flag(name);
  }

  get heredocs(): readonly Heredoc[] {
    return this.node.heredocs;
  }

  /** Texts whose variables the build expands, in BuildKit's order, each one a word. */
  get expanded(): readonly MappedText[] {
    return [];
  }

  /** The same with unquoted heredoc bodies at the end, and the result of those that no variable changes. */
  get expandable(): readonly Expandable[] {
    this.expandableCache ??= this.readExpandable();
    return this.expandableCache;
  }

  private readExpandable(): readonly Expandable[] {
    const { escape: escapeCharacter, heredocs } = this.node;
    const found = this.expanded.map((text) => expandable(text, escapeCharacter, false));
    if (!this.expandsHeredocs) return found;
    for (const heredoc of heredocs) {
      if (heredoc.expand) found.push(expandable(this.node.heredocText(heredoc), '\\', true));
    }
    return found;
  }

  /** True for COPY and ADD; the heredocs of RUN are the shell's. */
  protected get expandsHeredocs(): boolean {
    return false;
  }
}

/** A text that the build expands. */
export interface Expandable {
  readonly text: MappedText;
  readonly escape: string;
  /** Quotes are text, as in heredoc bodies. */
  readonly literalQuotes: boolean;
  /** The result when no variable is in it. */
  readonly constant: Expansion | undefined;
  /** The last result with what its names stood for then: it holds as long as they stand for the same. */
  last: { readonly bindings: readonly Binding[]; readonly expansion: Expansion } | undefined;
}

function expandable(text: MappedText, escapeCharacter: string, literalQuotes: boolean): Expandable {
  const constant = text.text.includes('$') ? undefined : expand(text, escapeCharacter, () => undefined, literalQuotes);
  return { text, escape: escapeCharacter, literalQuotes, constant, last: undefined };
}

export interface StageName {
  /** Lower case, as BuildKit stores it. */
  readonly name: string;
  readonly text: string;
  readonly span: Span;
  /** A letter, then letters, digits, `-`, `_`, `.`. */
  readonly isValid: boolean;
}

export class From extends Base {
  readonly keyword = 'FROM';
  private imageCache: { readonly text: string; readonly image: ImageReference } | undefined;

  get words(): readonly Word[] {
    return this.node.words;
  }

  get platform(): Flag | undefined {
    return this.flag('platform');
  }

  /** The base as written: an image, a stage or `scratch`. */
  get base(): Word | undefined {
    return this.node.words[0];
  }

  /** The word between base and name, `AS` in a valid FROM. */
  get as(): Word | undefined {
    return this.node.words[1];
  }

  get stageName(): StageName | undefined {
    const [, as, word] = this.node.words;
    if (word === undefined || as?.text.toUpperCase() !== 'AS') return undefined;
    const name = word.text.toLowerCase();
    return { name, text: word.text, span: word.span, isValid: /^[a-z][a-z0-9_.-]*$/.test(name) };
  }

  /** What the base stands for after expansion, read as an image; read again only when that changes. */
  image(text: string): ImageReference {
    if (this.imageCache?.text !== text) this.imageCache = { text, image: parseImageReference(text) };
    return this.imageCache.image;
  }

  override get expanded(): readonly MappedText[] {
    const base = this.base;
    const platform = this.platform?.value;
    return base === undefined ? [] : platform === undefined ? [base.source] : [base.source, platform];
  }
}

export interface ArgDeclaration {
  readonly name: string;
  readonly nameSpan: Span;
  /** Default value as written, quotes kept; `undefined` without `=`. */
  readonly value: MappedText | undefined;
  readonly span: Span;
}

export class Arg extends Base {
  readonly keyword = 'ARG';
  private cache: readonly ArgDeclaration[] | undefined;

  get declarations(): readonly ArgDeclaration[] {
    this.cache ??= this.node.quotedWords.map(({ text, source, span }) => {
      const equals = text.indexOf('=');
      return {
        name: equals === -1 ? text : text.slice(0, equals),
        nameSpan: source.span(0, equals === -1 ? text.length : equals),
        value: equals === -1 ? undefined : source.slice(equals + 1),
        span,
      };
    });
    return this.cache;
  }

  override get expanded(): readonly MappedText[] {
    const texts: MappedText[] = [];
    for (const { value } of this.declarations) if (value !== undefined) texts.push(value);
    return texts;
  }
}

export interface Pair {
  /** As written, quotes kept. */
  readonly key: MappedText;
  readonly keySpan: Span;
  /** As written, quotes kept; `undefined` when the word has no `=` (an error). */
  readonly value: MappedText | undefined;
  readonly span: Span;
}

abstract class KeyValue extends Base {
  private cache: readonly Pair[] | undefined;

  /** `ENV name some value`: the first word has no `=`, and the rest of the line is its value. */
  get isLegacy(): boolean {
    const first = this.node.quotedWords[0];
    return first !== undefined && !first.text.includes('=');
  }

  get pairs(): readonly Pair[] {
    this.cache ??= this.read();
    return this.cache;
  }

  private read(): readonly Pair[] {
    const { quotedWords, arguments: rest } = this.node;
    const first = quotedWords[0];
    if (first === undefined) return [];
    if (this.isLegacy) {
      let nameEnd = 0;
      while (nameEnd < rest.text.length && !isBlank(rest.text.charCodeAt(nameEnd))) nameEnd++;
      let start = nameEnd;
      while (start < rest.text.length && isBlank(rest.text.charCodeAt(start))) start++;
      const hasValue = start < rest.text.length;
      return [
        {
          key: rest.slice(0, nameEnd),
          keySpan: rest.span(0, nameEnd),
          value: hasValue ? rest.slice(start) : undefined,
          span: rest.span(0, rest.text.length),
        },
      ];
    }
    return quotedWords.map(({ text, source, span }) => {
      const equals = text.indexOf('=');
      const keyEnd = equals === -1 ? text.length : equals;
      return {
        key: source.slice(0, keyEnd),
        keySpan: source.span(0, keyEnd),
        value: equals === -1 ? undefined : source.slice(equals + 1),
        span,
      };
    });
  }

  override get expanded(): readonly MappedText[] {
    const texts: MappedText[] = [];
    for (const { key, value } of this.pairs) {
      texts.push(key);
      if (value !== undefined) texts.push(value);
    }
    return texts;
  }
}

export class Env extends KeyValue {
  readonly keyword = 'ENV';
}

export class Label extends KeyValue {
  readonly keyword = 'LABEL';
}

/** How a command is written: for a shell, as a JSON array, or (RUN) as one heredoc that is the script. */
export type CommandForm = 'shell' | 'exec' | 'heredoc';

/** The shell that runs shell-form commands at some place of the file. */
export interface ShellInForce {
  /** Program and arguments. */
  readonly words: readonly string[];
  /** The SHELL instruction that set it; `undefined` for the default and for a `# hadolint shell=` comment. */
  readonly setBy: Shell | undefined;
  /** False for the default `/bin/sh -c`, which is only a guess when the base image is for Windows or sets a SHELL itself. */
  readonly isStated: boolean;
}

/** `/bin/sh -c`, BuildKit's default for Linux. */
export const defaultShell: ShellInForce = { words: ['/bin/sh', '-c'], setBy: undefined, isStated: false };

abstract class CommandInstruction extends Base {
  private shellInForce = defaultShell;
  private scriptCache: Script | undefined;

  /** Runs the shell form; set while the model is built. */
  get shell(): ShellInForce {
    return this.shellInForce;
  }

  set shell(shell: ShellInForce) {
    if (this.scriptCache !== undefined && dialectOf(shell) !== dialectOf(this.shellInForce))
      this.scriptCache = undefined;
    this.shellInForce = shell;
  }

  /** The command's text or array as written, without flags. */
  get command(): MappedText {
    return this.node.arguments;
  }

  get exec(): JsonArray | undefined {
    return this.node.json;
  }

  get form(): CommandForm {
    return this.exec === undefined ? 'shell' : 'exec';
  }

  /** What is executed, parsed once. Shell form with the heredocs that the shell reads. */
  get script(): Script {
    this.scriptCache ??= this.readScript();
    return this.scriptCache;
  }

  protected readScript(): Script {
    const { exec, form, shell } = this;
    if (exec !== undefined) return execScript(exec);
    const [heredoc] = this.heredocs;
    if (form === 'heredoc' && heredoc !== undefined) {
      const body = withoutReturns(this.node.heredocText(heredoc));
      return parseScript(body, dialectOfShebang(body.text) ?? dialectOf(shell));
    }
    if (heredoc === undefined) return parseScript(this.command, dialectOf(shell));
    const parts = [this.command];
    for (const { body, terminator } of this.heredocs) {
      const end = terminator?.end ?? body.end;
      parts.push(
        this.command.beside('\n', body.start - 1),
        this.command.beside(detached(this.node.fileText.slice(body.start, end)), body.start),
      );
    }
    return parseScript(withoutReturns(MappedText.join(parts)), dialectOf(shell));
  }
}

/** The text with `\n` for every `\r\n`: in a file with such line breaks nobody means the shell to see the first half. */
function withoutReturns(source: MappedText): MappedText {
  const { text } = source;
  if (!text.includes('\r\n')) return source;
  const lines: MappedText[] = [];
  let start = 0;
  for (let index = text.indexOf('\r\n'); index !== -1; index = text.indexOf('\r\n', start)) {
    lines.push(source.slice(start, index));
    start = index + 1;
  }
  lines.push(source.slice(start));
  return MappedText.join(lines);
}

/** Exec form: one command that no shell reads. */
function execScript(exec: JsonArray): Script {
  return scriptFromArguments(exec.elements.map(({ value, span }) => ({ text: value ?? '', span })));
}

function dialectOf(shell: ShellInForce): Dialect {
  return shell.isStated ? shellDialect(shell.words) : 'sh';
}

export class Run extends CommandInstruction {
  readonly keyword = 'RUN';
  private mountsCache: readonly Mount[] | undefined;
  private hadolintScriptCache: Script | undefined;
  private executed: { readonly by: Script; readonly script: Script } | undefined;

  /** What runs in the end: the text that exec form or a heredoc hands to a shell, otherwise `script`. */
  get executedScript(): Script {
    const { script, exec } = this;
    if (exec === undefined && this.heredocs.length === 0) return script;
    if (this.executed?.by !== script) {
      this.executed = { by: script, script: (exec === undefined ? fedScript(this) : shellScript(this)) ?? script };
    }
    return this.executed.script;
  }

  /**
   * What hadolint takes it for: bash whatever shell is in force, the words of exec form joined by blanks, shell form up
   * to its first heredoc.
   */
  get hadolintScript(): Script {
    this.hadolintScriptCache ??= this.readAsHadolint();
    return this.hadolintScriptCache;
  }

  private readAsHadolint(): Script {
    const { exec, form, command } = this;
    if (exec !== undefined) {
      const parts = exec.elements.flatMap(({ span, source }, index) =>
        index === 0 ? [source] : [source.beside(' ', span.start), source],
      );
      return parseScript(MappedText.join(parts));
    }
    const [heredoc] = this.heredocs;
    if (heredoc === undefined) return isParsed(this.script.dialect) ? this.script : parseScript(command);
    if (form === 'heredoc') return parseScript(withoutReturns(this.node.heredocText(heredoc)));
    return parseScript(command.slice(0, command.text.indexOf('<<')));
  }

  override get form(): CommandForm {
    if (this.exec !== undefined) return 'exec';
    const [heredoc, second] = this.heredocs;
    if (heredoc === undefined || second !== undefined) return 'shell';
    const { arguments: rest } = this.node;
    return rest.span(0, rest.text.length).start === heredoc.marker.start &&
      rest.text.length === heredoc.marker.end - heredoc.marker.start
      ? 'heredoc'
      : 'shell';
  }

  get mounts(): readonly Mount[] {
    this.mountsCache ??= this.flags.filter((flag) => flag.name === 'mount').map(parseMount);
    return this.mountsCache;
  }

  /** Targets of its cache and tmpfs mounts: what is written there does not stay in the layer. */
  get volatileTargets(): readonly string[] {
    return this.mounts.flatMap(({ type, option }) => {
      if (type !== 'cache' && type !== 'tmpfs') return [];
      const target = option('target', 'dst', 'destination')?.value;
      return target === undefined ? [] : [target.text];
    });
  }

  override get expanded(): readonly MappedText[] {
    return this.mounts.flatMap((mount) =>
      mount.options.flatMap((option) =>
        option.value === undefined || option.key.toLowerCase() === 'from' ? [] : [option.value],
      ),
    );
  }
}

export class Cmd extends CommandInstruction {
  readonly keyword = 'CMD';
}

export class Entrypoint extends CommandInstruction {
  readonly keyword = 'ENTRYPOINT';
}

export class Healthcheck extends CommandInstruction {
  readonly keyword = 'HEALTHCHECK';
  private jsonCache: JsonArray | null | undefined;

  /** The first word: `CMD` or `NONE` in a valid instruction. */
  get kind(): Word | undefined {
    return this.node.words[0];
  }

  /** What follows the kind. */
  override get command(): MappedText {
    const { arguments: rest } = this.node;
    const { text } = rest;
    let start = this.kind?.text.length ?? 0;
    while (start < text.length && isBlank(text.charCodeAt(start))) start++;
    return rest.slice(start);
  }

  override get exec(): JsonArray | undefined {
    if (this.jsonCache === undefined) this.jsonCache = parseJsonArray(this.command) ?? null;
    return this.jsonCache ?? undefined;
  }

  /** Nothing is executed unless the kind is CMD. */
  protected override readScript(): Script {
    return this.kind?.text.toUpperCase() === 'CMD' ? super.readScript() : parseScript(this.command.slice(0, 0));
  }
}

/** A source or destination of COPY and ADD. */
export interface PathArgument {
  /** Decoded in exec form, else as written. */
  readonly text: string;
  readonly span: Span;
  /** What variables are expanded in. */
  readonly source: MappedText;
  /** The heredoc that this source is. */
  readonly heredoc: Heredoc | undefined;
}

abstract class FileInstruction extends Base {
  protected override get expandsHeredocs(): boolean {
    return true;
  }

  private cache: readonly PathArgument[] | undefined;

  /** Sources and, last, the destination. */
  get paths(): readonly PathArgument[] {
    this.cache ??= this.read();
    return this.cache;
  }

  get sources(): readonly PathArgument[] {
    return this.paths.length < 2 ? [] : this.paths.slice(0, -1);
  }

  get destination(): PathArgument | undefined {
    return this.paths.length < 2 ? undefined : this.paths.at(-1);
  }

  private read(): readonly PathArgument[] {
    const { json, words, heredocs } = this.node;
    if (json !== undefined) {
      return json.elements.map(({ value, span, source }) => ({
        text: value ?? source.text,
        span,
        source,
        heredoc: undefined,
      }));
    }
    if (heredocs.length === 0)
      return words.map(({ text, span, source }) => ({ text, span, source, heredoc: undefined }));
    const paths: PathArgument[] = [];
    let next = 0;
    for (const { text, span, source } of words) {
      // Both stand in the order of the line, and a marker may be several words.
      while ((heredocs[next]?.marker.end ?? span.end) < span.end) next++;
      const heredoc = heredocs[next];
      if (heredoc === undefined || span.start < heredoc.marker.start)
        paths.push({ text, span, source, heredoc: undefined });
      else if (paths.at(-1)?.heredoc !== heredoc) paths.push({ text, span: heredoc.marker, source, heredoc });
    }
    return paths;
  }

  override get expanded(): readonly MappedText[] {
    const texts: MappedText[] = [];
    for (const name of ['chown', 'chmod', 'checksum']) {
      const value = this.flag(name)?.value;
      if (value !== undefined) texts.push(value);
    }
    for (const path of this.paths) if (path.heredoc === undefined) texts.push(path.source);
    return texts;
  }
}

export class Copy extends FileInstruction {
  readonly keyword = 'COPY';

  /** `--from`; an empty value counts as absent. */
  get from(): Flag | undefined {
    const flag = this.flag('from');
    return flag?.value === undefined || flag.value.text === '' ? undefined : flag;
  }
}

export class Add extends FileInstruction {
  readonly keyword = 'ADD';
}

abstract class ListInstruction extends Base {
  get words(): readonly Word[] {
    return this.node.words;
  }

  override get expanded(): readonly MappedText[] {
    return this.words.map((word) => word.source);
  }
}

export class Expose extends ListInstruction {
  readonly keyword = 'EXPOSE';
}

export class Volume extends ListInstruction {
  readonly keyword = 'VOLUME';

  override get words(): readonly Word[] {
    const { json } = this.node;
    if (json === undefined) return this.node.words;
    return json.elements.map(({ value, span, source }) => ({ text: value ?? source.text, span, source }));
  }
}

abstract class ValueInstruction extends Base {
  /** The whole rest of the line; empty when missing. */
  get value(): MappedText {
    return this.node.arguments;
  }

  override get expanded(): readonly MappedText[] {
    return [this.value];
  }
}

export class User extends ValueInstruction {
  readonly keyword = 'USER';
}

export class Workdir extends ValueInstruction {
  readonly keyword = 'WORKDIR';
}

export class Stopsignal extends ValueInstruction {
  readonly keyword = 'STOPSIGNAL';
}

export class Maintainer extends Base {
  readonly keyword = 'MAINTAINER';

  get value(): MappedText {
    return this.node.arguments;
  }
}

export class Shell extends Base {
  readonly keyword = 'SHELL';

  /** The shell and its arguments; `undefined` when not a JSON array of strings. */
  get command(): readonly string[] | undefined {
    const { json } = this.node;
    if (json === undefined || !json.allStrings) return undefined;
    return json.elements.map((element) => element.value ?? '');
  }
}

export class Onbuild extends Base {
  readonly keyword = 'ONBUILD';
  private cache: Instruction | null | undefined;

  /** The instruction that runs in the build that uses this image. */
  get trigger(): Instruction | undefined {
    if (this.cache === undefined) {
      const { trigger } = this.node;
      this.cache = trigger === undefined ? null : typed(trigger, this.stage, true);
    }
    if (this.cache !== null) this.cache.stage = this.stage;
    return this.cache ?? undefined;
  }
}

/** An instruction word that BuildKit does not know. */
export class Unknown extends Base {
  readonly keyword = 'UNKNOWN';
}

export type Instruction =
  | Add
  | Arg
  | Cmd
  | Copy
  | Entrypoint
  | Env
  | Expose
  | From
  | Healthcheck
  | Label
  | Maintainer
  | Onbuild
  | Run
  | Shell
  | Stopsignal
  | Unknown
  | User
  | Volume
  | Workdir;

const classes: Readonly<Record<InstructionWord, new (...parts: ConstructorParameters<typeof Base>) => Instruction>> = {
  ADD: Add,
  ARG: Arg,
  CMD: Cmd,
  COPY: Copy,
  ENTRYPOINT: Entrypoint,
  ENV: Env,
  EXPOSE: Expose,
  FROM: From,
  HEALTHCHECK: Healthcheck,
  LABEL: Label,
  MAINTAINER: Maintainer,
  ONBUILD: Onbuild,
  RUN: Run,
  SHELL: Shell,
  STOPSIGNAL: Stopsignal,
  USER: User,
  VOLUME: Volume,
  WORKDIR: Workdir,
};
const classByWord = new Map(Object.entries(classes));

export function typed(node: Node, stage: Stage | undefined, isTrigger = false): Instruction {
  const kept = node.typed;
  if (kept instanceof Base) {
    kept.stage = stage;
    return kept as Instruction;
  }
  const Class = classByWord.get(node.keyword) ?? Unknown;
  const instruction = new Class(node, stage, isTrigger);
  node.typed = instruction;
  return instruction;
}

/** What an instruction does in the end: that behind ONBUILD, which may be missing, or itself. */
export function triggered(instruction: Instruction): Instruction | undefined {
  return instruction.keyword === 'ONBUILD' ? instruction.trigger : instruction;
}

/** The RUN that an instruction is or sets as a trigger. */
export function runOf(instruction: Instruction): Run | undefined {
  const own = triggered(instruction);
  return own?.keyword === 'RUN' ? own : undefined;
}

/** True for RUN and ONBUILD, which may read any variable there is. */
export function isExecuting({ keyword }: { readonly keyword: string }): boolean {
  return keyword === 'RUN' || keyword === 'ONBUILD';
}
