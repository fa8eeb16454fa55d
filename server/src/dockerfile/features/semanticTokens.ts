import { parseImageReference } from '../../image/reference.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import { mountKey } from '../model/mountKeys.ts';
import { parseOptions } from '../model/mounts.ts';
import type { VariableUse } from '../model/variables.ts';
import type { Flag } from '../syntax/tree.ts';
import { addShellTokens } from './shellTokens.ts';
import { type TokenKind, TokenList, tokenKinds } from './tokenList.ts';

/** Tokens of the whole file, or of what touches a span, encoded as the protocol wants it. */
export function semanticTokens(file: DockerfileFile, within?: Span): number[] {
  const tokens = new TokenList();
  const { uses } = file.model.variables;
  const { instructions } = file.model;
  let index = 0;
  let next = 0;
  for (const item of file.tree.items) {
    const isWanted = within === undefined || overlaps(item.span, within);
    if (item.kind === 'instruction') {
      const instruction = instructions[index++];
      const first = next;
      while (next < uses.length && uses[next]?.instruction === instruction) next++;
      if (isWanted && instruction !== undefined)
        new Colouring(file, instruction, uses.slice(first, next), tokens).run();
    } else if (!isWanted) continue;
    else if (item.kind === 'comment') tokens.addSpan(item.span, tokenKinds.comment);
    else {
      tokens.addSpan(item.nameSpan, tokenKinds.directive);
      tokens.addSpan(item.valueSpan, tokenKinds.string);
    }
    tokens.endPart();
  }
  return tokens.encode(file.text, file.lines, within);
}

/** Colours one instruction. */
class Colouring {
  private readonly file: DockerfileFile;
  private readonly instruction: Instruction;
  private readonly tokens: TokenList;
  /** Places of variables that the build expands, in order; what else is coloured leaves them out. */
  private readonly holes: Span[] = [];

  constructor(file: DockerfileFile, instruction: Instruction, uses: readonly VariableUse[], tokens: TokenList) {
    this.file = file;
    this.instruction = instruction;
    this.tokens = tokens;
    for (const { span, nameSpan, modifier, variable } of uses) {
      // With an operator behind the name, what follows is text of its own.
      const hole = modifier === '' ? span : { start: span.start, end: nameSpan.end };
      this.holes.push(hole);
      if (variable?.kind === 'platform') tokens.addSpan(hole, tokenKinds.builderVariable);
      else tokens.addSpan(hole, tokenKinds.variable);
    }
    if (uses.length > 1) this.holes.sort((a, b) => a.start - b.start);
  }

  run(): void {
    for (const { span } of this.instruction.node.innerComments) this.tokens.addSpan(span, tokenKinds.comment);
    this.body(this.instruction);
    for (const { nameSpan, terminator } of this.instruction.heredocs) {
      this.tokens.addSpan(nameSpan, tokenKinds.heredoc);
      if (terminator !== undefined) this.tokens.addSpan(terminator, tokenKinds.heredoc);
    }
  }

  private body(instruction: Instruction): void {
    const { node, keyword, flags } = instruction;
    const length = node.keywordText.length;
    if (keyword === 'MAINTAINER') this.tokens.addMapped(node.head, 0, length, tokenKinds.deprecatedKeyword);
    else if (keyword !== 'UNKNOWN') this.tokens.addMapped(node.head, 0, length, tokenKinds.keyword);
    for (const flag of flags) this.flag(flag);
    switch (instruction.keyword) {
      case 'FROM': {
        const { as, stageName } = instruction;
        this.base(instruction);
        if (as !== undefined) this.whole(as.source, tokenKinds.keyword);
        if (stageName !== undefined) this.tokens.addSpan(stageName.span, tokenKinds.stageDeclaration);
        return;
      }
      case 'ARG':
        for (const { nameSpan, value } of instruction.declarations) {
          this.tokens.addSpan(nameSpan, tokenKinds.argumentDeclaration);
          if (value !== undefined) this.whole(value, tokenKinds.string);
        }
        return;
      case 'ENV':
        for (const { keySpan, value } of instruction.pairs) {
          this.tokens.addSpan(keySpan, tokenKinds.variableDeclaration);
          if (value !== undefined) this.whole(value, tokenKinds.string);
        }
        return;
      case 'LABEL':
        for (const { key, value } of instruction.pairs) {
          this.whole(key, tokenKinds.property);
          if (value !== undefined) this.whole(value, tokenKinds.string);
        }
        return;
      case 'EXPOSE':
        for (const { source, text } of instruction.words) {
          const slash = text.indexOf('/');
          this.text(source, 0, slash === -1 ? text.length : slash, tokenKinds.number);
          if (slash !== -1) this.text(source, slash + 1, text.length, tokenKinds.choice);
        }
        return;
      case 'STOPSIGNAL':
        this.whole(instruction.value, tokenKinds.choice);
        return;
      case 'ONBUILD':
        if (instruction.trigger !== undefined) this.body(instruction.trigger);
        return;
      case 'HEALTHCHECK':
        if (instruction.kind !== undefined) this.whole(instruction.kind.source, tokenKinds.keyword);
        if (instruction.exec === undefined) addShellTokens(instruction.script, this.tokens);
        else for (const { span } of instruction.exec.elements) this.tokens.addSpan(span, tokenKinds.string);
        return;
      case 'RUN':
      case 'CMD':
      case 'ENTRYPOINT':
        if (instruction.exec === undefined) addShellTokens(instruction.script, this.tokens);
        else this.exec(instruction);
        return;
      case 'COPY':
      case 'ADD':
      case 'VOLUME':
      case 'SHELL':
        this.exec(instruction);
        return;
    }
  }

  private exec({ node }: Instruction): void {
    const { json } = node;
    if (json === undefined) return;
    for (const { span } of json.elements) this.cut(span.start, span.end, tokenKinds.string);
  }

  private base(instruction: Extract<Instruction, { keyword: 'FROM' }>): void {
    const { base, stage } = instruction;
    if (base === undefined) return;
    if (stage?.parent !== undefined || base.text === 'scratch') {
      this.whole(base.source, tokenKinds.stage);
      return;
    }
    this.image(base.source);
  }

  private image(source: MappedText): void {
    const { tag, digest } = parseImageReference(source.text);
    const nameEnd = Math.min(tag?.start ?? Number.POSITIVE_INFINITY, digest?.start ?? Number.POSITIVE_INFINITY) - 1;
    this.text(source, 0, Math.min(nameEnd, source.text.length), tokenKinds.image);
    if (tag !== undefined) this.text(source, tag.start, tag.end, tokenKinds.choice);
    if (digest !== undefined) this.text(source, digest.start, digest.end, tokenKinds.number);
  }

  private flag(flag: Flag): void {
    const { name, nameSpan, value } = flag;
    this.tokens.addSpan(nameSpan, tokenKinds.flag);
    if (value === undefined) return;
    switch (name) {
      case 'mount':
        this.mount(flag);
        break;
      case 'from':
        this.stageOrImage(value);
        break;
      case 'network':
      case 'security':
      case 'link':
      case 'parents':
      case 'unpack':
      case 'keep-git-dir':
        this.whole(value, tokenKinds.choice);
        break;
      case 'interval':
      case 'timeout':
      case 'start-period':
      case 'start-interval':
      case 'retries':
        this.whole(value, tokenKinds.number);
        break;
      default:
        this.whole(value, tokenKinds.string);
    }
  }

  private mount(flag: Flag): void {
    for (const { key, keySpan, value } of parseOptions(flag).options) {
      this.tokens.addSpan(keySpan, tokenKinds.property);
      if (value === undefined) continue;
      switch (mountKey(key)?.value) {
        case 'type':
        case 'sharing':
        case 'switch':
          this.whole(value, tokenKinds.choice);
          break;
        case 'from':
          this.stageOrImage(value);
          break;
        case 'size':
        case 'mode':
        case 'number':
          this.whole(value, tokenKinds.number);
          break;
        default:
          this.whole(value, tokenKinds.string);
      }
    }
  }

  private stageOrImage(value: MappedText): void {
    const { model } = this.file;
    if (/^\d+$/.test(value.text)) this.whole(value, tokenKinds.number);
    else if (model.stageByName(value.text) !== undefined) this.whole(value, tokenKinds.stage);
    else this.image(value);
  }

  private whole(source: MappedText, token: TokenKind): void {
    this.text(source, 0, source.text.length, token);
  }

  private text(source: MappedText, from: number, to: number, token: TokenKind): void {
    if (to <= from) return;
    const start = source.at(from);
    const end = source.at(to - 1) + 1;
    if (end - start === to - from) this.cut(start, end, token);
    else for (const piece of source.slice(from, to).pieces()) this.cut(piece.start, piece.end, token);
  }

  /** Colours a stretch of the file without the variables in it. */
  private cut(start: number, end: number, token: TokenKind): void {
    const { holes, tokens } = this;
    let low = 0;
    let high = holes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((holes[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    let from = start;
    for (; low < holes.length; low++) {
      const hole = holes[low];
      if (hole === undefined || hole.start >= end) break;
      tokens.add(from, hole.start, token);
      from = Math.max(from, hole.end);
    }
    tokens.add(from, end, token);
  }
}
