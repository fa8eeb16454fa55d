import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import { type FlagKind, flagChoices, flagsOf } from '../model/flagNames.ts';
import type { Instruction } from '../model/instructions.ts';
import type { Flag } from '../syntax/tree.ts';
import { type Check, oneOf, suggest } from './found.ts';

export const flagFacts: readonly ErrorFacts[] = [
  {
    id: 'unknown-flag',
    summary: 'An instruction takes only the flags it knows.',
    why: 'A build refuses unknown flags. A word that begins with two dashes is a flag when it stands directly behind the instruction.',
    examples: [
      { bad: 'FROM alpine\nCOPY «--chwon»=app . /app\n', good: 'FROM alpine\nCOPY --chown=app . /app\n' },
      { bad: 'FROM alpine\nCMD «--help»\n', good: 'FROM alpine\nCMD ["--help"]\n' },
    ],
  },
  {
    id: 'duplicate-flag',
    summary: 'A flag that takes one value may stand only once.',
    why: 'A build does not choose between two values; it fails.',
    examples: [{ bad: 'FROM alpine\nCOPY --from=a «--from»=b x y\n', good: 'FROM alpine\nCOPY --from=a x y\n' }],
  },
  {
    id: 'missing-flag-value',
    summary: 'A flag that takes a value needs one, behind an equals sign.',
    why: 'A build does not take the next word as value; it fails.',
    examples: [{ bad: 'FROM «--platform» linux/amd64\n', good: 'FROM --platform=linux/amd64 alpine\n' }],
  },
  {
    id: 'invalid-flag-value',
    summary: 'A flag must have one of the values it takes.',
    why: 'A build fails on any other value. Case matters.',
    examples: [
      { bad: 'FROM alpine\nRUN --network=«bridge» true\n', good: 'FROM alpine\nRUN --network=none true\n' },
      { bad: 'FROM alpine\nCOPY --link=«yes» a b\n', good: 'FROM alpine\nCOPY --link a b\n' },
    ],
  },
];

/** ARG, STOPSIGNAL and HEALTHCHECK NONE never look at their flags. */
function ignoresFlags(instruction: Instruction): boolean {
  const { keyword } = instruction;
  if (keyword === 'ARG' || keyword === 'STOPSIGNAL' || keyword === 'UNKNOWN') return true;
  return keyword === 'HEALTHCHECK' && instruction.kind?.text.toUpperCase() === 'NONE';
}

export function checkFlags(instruction: Instruction, check: Check): void {
  const { flags, keyword } = instruction;
  if (flags.length === 0 || ignoresFlags(instruction)) return;
  const known = flagsOf(keyword);
  const seen = new Set<string>();
  for (const flag of flags) {
    const kind = Object.hasOwn(known, flag.name) ? known[flag.name] : undefined;
    if (kind === undefined) {
      reportUnknown(flag, keyword, Object.keys(known), check);
      continue;
    }
    if (kind !== 'values' && seen.has(flag.name)) {
      check.report({
        id: 'duplicate-flag',
        at: flag.nameSpan,
        message: `'--${flag.name}' is given twice. Keep one of them.`,
        fixes: () => [{ title: `Remove this '--${flag.name}'`, safe: false, edits: [{ at: flag.span, newText: '' }] }],
      });
    }
    seen.add(flag.name);
    checkValue(flag, kind, check);
  }
}

function reportUnknown(flag: Flag, keyword: string, known: readonly string[], check: Check): void {
  const { hint, fixes } = suggest(flag.name, known, flag.nameSpan, (name) => `--${name}`);
  const otherwise =
    known.length === 0 ? ` ${keyword} takes no flags.` : ` It takes ${oneOf(known.map((name) => `--${name}`))}.`;
  check.report({
    id: 'unknown-flag',
    at: flag.nameSpan,
    message: `${quote(`--${flag.name}`)} is no flag of ${keyword}.${hint || otherwise}`,
    ...(fixes && { fixes }),
  });
}

function checkValue(flag: Flag, kind: FlagKind, check: Check): void {
  const { name, value, valueSpan, span } = flag;
  if (kind === 'boolean') {
    if (value === undefined) return;
    if (value.text === '') {
      check.report({
        id: 'missing-flag-value',
        at: span,
        message: `'--${name}=' has no value. Write '--${name}' or '--${name}=true'.`,
      });
    } else if (!/^(?:true|false)$/i.test(value.text)) {
      check.report({
        id: 'invalid-flag-value',
        at: valueSpan ?? span,
        message: `${quote(value.text)} is no boolean. Write '--${name}' or '--${name}=false'.`,
      });
    }
    return;
  }
  if (value === undefined) {
    check.report({
      id: 'missing-flag-value',
      at: span,
      message: `'--${name}' needs a value. Write '--${name}=value'.`,
    });
    return;
  }
  const choices = Object.hasOwn(flagChoices, name) ? flagChoices[name] : undefined;
  if (choices === undefined || choices.includes(value.text)) return;
  const at = valueSpan === undefined || valueSpan.end === valueSpan.start ? span : valueSpan;
  const { hint, fixes } = suggest(value.text, choices, at);
  check.report({
    id: 'invalid-flag-value',
    at,
    message: `${quote(value.text)} is no value of '--${name}'.${hint || ` Use ${oneOf(choices)}.`}`,
    ...(fixes && valueSpan !== undefined && at === valueSpan && { fixes }),
  });
}
