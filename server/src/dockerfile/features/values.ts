import { MappedText } from '../../text/mappedText.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { type Binding, expand } from '../model/expansion.ts';
import type { Instruction } from '../model/instructions.ts';

/**
 * What a text of an instruction becomes when the build expands it; `undefined` when only the build knows it.
 * The variables of a RUN command are the shell's, but have the same values there.
 */
export function expandAt(model: Dockerfile, instruction: Instruction, text: string): string | undefined {
  const { stage, node } = instruction;
  const { variables } = model;
  // Defaults of ARG see the names before them in the same instruction.
  const offset = instruction.span.start + (instruction.keyword === 'ARG' ? 1 : 0);
  const otherwise: Binding = stage?.hasExternalBase === true ? { kind: 'unknown' } : undefined;
  const lookup = (name: string): Binding =>
    instruction.keyword === 'FROM'
      ? variables.global(name)?.value
      : (variables.lookup(name, stage, offset)?.value ?? otherwise);
  return expand(MappedText.plain(text, 0), node.escape, lookup).value;
}

/** A number of bytes for people, in powers of 1000, as `docker images` shows them. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toPrecision(3)} ${units[unit] ?? ''}`;
}

const spans: readonly (readonly [seconds: number, name: string])[] = [
  [31_557_600, 'year'],
  [2_629_800, 'month'],
  [604_800, 'week'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** Time between two points, both in seconds since 1970, for people: `3 weeks`. */
export function ageText(then: number, now: number): string {
  const seconds = Math.max(0, now - then);
  for (const [length, name] of spans) {
    const count = Math.floor(seconds / length);
    if (count >= 1) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}

/** The day of a point in time, in seconds since 1970, as `2026-01-31`. */
export function dateText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'at an unknown time' : date.toISOString().slice(0, 10);
}
