import type { InlayHint } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../language.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import type { Instruction } from '../model/instructions.ts';
import type { VariableUse } from '../model/variables.ts';
import { readerOf, shellVariable } from './names.ts';
import { shellUses } from './shellUses.ts';
import { expandAt } from './values.ts';

/** Longest value that is shown, in characters. */
const LONGEST = 40;

/** Values of variables where they are used, and the platform that FROM takes by itself in files that choose platforms. */
export function inlayHints(
  file: DockerfileFile,
  within: Span,
  { settings: { inlayHints: wanted } }: FeatureContext,
): readonly InlayHint[] {
  const found: InlayHint[] = [];
  if (wanted.platforms) addPlatforms(file, within, found);
  if (wanted.variables) addVariables(file, within, found);
  return found;
}

function addPlatforms(file: DockerfileFile, within: Span, found: InlayHint[]): void {
  const { model, lines } = file;
  if (!model.stages.some(({ from }) => from.platform !== undefined)) return;
  for (const { from, parent, isScratch } of model.stages) {
    if (from.platform !== undefined || parent !== undefined || isScratch || from.base === undefined) continue;
    if (!overlaps(from.span, within)) continue;
    found.push({
      position: lines.position(from.keywordSpan.end),
      label: '--platform=$TARGETPLATFORM',
      paddingLeft: true,
      tooltip: 'Without `--platform`, the base image is for the platform that the image is built for.',
    });
  }
}

function addVariables(file: DockerfileFile, within: Span, found: InlayHint[]): void {
  const { model } = file;
  const { uses } = model.variables;
  let next = 0;
  for (const instruction of model.instructions) {
    const first = next;
    while (next < uses.length && uses[next]?.instruction === instruction) next++;
    if (instruction.span.start >= within.end) break;
    if (!overlaps(instruction.span, within)) continue;
    new Hints(file, instruction, found).add(uses.slice(first, next));
  }
}

/** The hints of one instruction; each expression is explained once. */
class Hints {
  private readonly file: DockerfileFile;
  private readonly instruction: Instruction;
  private readonly found: InlayHint[];
  private readonly shown = new Set<string>();

  constructor(file: DockerfileFile, instruction: Instruction, found: InlayHint[]) {
    this.file = file;
    this.instruction = instruction;
    this.found = found;
  }

  add(uses: readonly VariableUse[]): void {
    const { file, instruction } = this;
    const { model, text } = file;
    if (instruction.keyword === 'ARG') this.addRepeated();
    let end = -1;
    for (const { span, variable } of uses.length < 2 ? uses : [...uses].sort((a, b) => a.span.start - b.span.start)) {
      // What stands inside another expression is part of that one's value.
      if (span.end <= end) continue;
      end = span.end;
      if (variable === undefined) continue;
      const written = text.slice(span.start, span.end);
      this.show(written, expandAt(model, instruction, written), span.end);
    }
    const reader = readerOf(instruction);
    if (reader !== instruction) return;
    for (const { name, span } of shellUses(reader)) {
      const value = shellVariable(model, instruction, name)?.value;
      const written = text.slice(span.start, span.end);
      // What a shell makes of an operator is its own affair.
      if (value?.kind === 'text' && (written === `$${name}` || written === `\${${name}}`)) {
        this.show(written, value.text, span.end);
      }
    }
  }

  /** `ARG name` that brings the value of a global ARG into the stage. */
  private addRepeated(): void {
    const { file, instruction } = this;
    if (instruction.keyword !== 'ARG') return;
    for (const { name, nameSpan, value } of instruction.declarations) {
      if (value !== undefined || instruction.stage === undefined) continue;
      const global = file.model.variables.global(name)?.value;
      if (global?.kind === 'text') this.show(name, global.text, nameSpan.end);
    }
  }

  private show(written: string, value: string | undefined, at: number): void {
    if (value === undefined || value === written || written.includes('\n') || this.shown.has(written)) return;
    this.shown.add(written);
    const line = value.replace(/\s+/g, ' ');
    const isLong = line.length > LONGEST;
    this.found.push({
      position: this.file.lines.position(at),
      label: `= ${value === '' ? '""' : isLong ? `${line.slice(0, LONGEST - 1)}…` : line}`,
      paddingLeft: true,
      ...(isLong && { tooltip: value }),
    });
  }
}
