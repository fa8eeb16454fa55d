import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import { parseDuration } from '../model/duration.ts';
import type { Healthcheck } from '../model/instructions.ts';
import type { Flag } from '../syntax/tree.ts';
import { reportElements } from './arguments.ts';
import { type Check, place, suggest } from './found.ts';

export const healthcheckFacts: readonly ErrorFacts[] = [
  {
    id: 'invalid-healthcheck',
    summary: "HEALTHCHECK takes 'CMD' and a command, or 'NONE' alone.",
    why: 'A build fails on anything else.',
    examples: [
      {
        bad: 'FROM alpine\nHEALTHCHECK «curl» -f localhost\n',
        good: 'FROM alpine\nHEALTHCHECK CMD curl -f localhost\n',
      },
      {
        bad: 'FROM alpine\nHEALTHCHECK --interval=5s «CMD»\n',
        good: 'FROM alpine\nHEALTHCHECK --interval=5s CMD curl localhost\n',
      },
      { bad: 'FROM alpine\nHEALTHCHECK NONE «please»\n', good: 'FROM alpine\nHEALTHCHECK NONE\n' },
    ],
  },
  {
    id: 'invalid-duration',
    summary: "A duration must be numbers with units, such as '1m30s', and at least one millisecond.",
    why: 'A build fails on a duration it cannot read. There is no default unit.',
    examples: [
      {
        bad: 'FROM alpine\nHEALTHCHECK --interval=«30» CMD true\n',
        good: 'FROM alpine\nHEALTHCHECK --interval=30s CMD true\n',
      },
      {
        bad: 'FROM alpine\nHEALTHCHECK --timeout=1«sec» CMD true\n',
        good: 'FROM alpine\nHEALTHCHECK --timeout=1s CMD true\n',
      },
      {
        bad: 'FROM alpine\nHEALTHCHECK --timeout=«500us» CMD true\n',
        good: 'FROM alpine\nHEALTHCHECK --timeout=1ms CMD true\n',
      },
    ],
  },
  {
    id: 'invalid-retries',
    summary: "'--retries' takes a whole number that is not negative.",
    why: 'A build fails on anything else.',
    examples: [
      {
        bad: 'FROM alpine\nHEALTHCHECK --retries=«many» CMD true\n',
        good: 'FROM alpine\nHEALTHCHECK --retries=5 CMD true\n',
      },
    ],
  },
];

const durations = new Set(['interval', 'timeout', 'start-period', 'start-interval']);
const SHORTEST = 1e6;
const MOST_RETRIES = 2 ** 31 - 1;

export function checkHealthcheck(instruction: Healthcheck, check: Check): void {
  const { kind, command, flags } = instruction;
  if (kind === undefined) return;
  const { exec } = instruction;
  if (exec !== undefined && !exec.allStrings) {
    reportElements(exec, check);
    return;
  }
  const count = exec === undefined ? command.text.length : exec.elements.length;
  const at = command.text === '' ? kind.span : command.span(0, command.text.length);
  switch (kind.text.toUpperCase()) {
    case 'NONE':
      if (count > 0) {
        check.report({
          id: 'invalid-healthcheck',
          at,
          message: `Nothing may follow '${kind.text}'. Remove these words.`,
          fixes: () => [
            {
              title: 'Remove these words',
              safe: false,
              edits: [{ at: { start: kind.span.end, end: at.end }, newText: '' }],
            },
          ],
        });
      }
      return;
    case 'CMD':
      if (count === 0) {
        check.report({
          id: 'invalid-healthcheck',
          at,
          message: `No command follows '${kind.text}'. Add one, or write 'HEALTHCHECK NONE'.`,
        });
      }
      break;
    default: {
      const { hint, fixes } = suggest(kind.text, ['CMD', 'NONE'], kind.span);
      const start = { start: kind.span.start, end: kind.span.start };
      check.report({
        id: 'invalid-healthcheck',
        at: kind.span,
        message: `${quote(kind.text)} cannot begin a HEALTHCHECK.${hint || " Write 'CMD' before the command."}`,
        fixes: fixes ?? (() => [{ title: "Insert 'CMD'", safe: true, edits: [{ at: start, newText: 'CMD ' }] }]),
      });
    }
  }
  for (const flag of flags) {
    if (durations.has(flag.name)) checkDuration(flag, check);
    else if (flag.name === 'retries') checkRetries(flag, check);
  }
}

function checkDuration({ value, name }: Flag, check: Check): void {
  if (value === undefined || value.text === '') return;
  const { text } = value;
  const duration = parseDuration(text);
  if (typeof duration === 'object') {
    const isNumber = /^[0-9]+$/.test(text);
    const at = place(value, text, duration.start, duration.end);
    check.report({
      id: 'invalid-duration',
      at,
      message: duration.message,
      ...(isNumber && {
        fixes: () => [{ title: `Replace with '${text}s'`, safe: false, edits: [{ at, newText: `${text}s` }] }],
      }),
    });
  } else if (duration !== 0 && duration < SHORTEST) {
    check.report({
      id: 'invalid-duration',
      at: place(value, text),
      message: `'--${name}' must be at least '1ms', or '0' for the default. Make ${quote(text)} longer.`,
    });
  }
}

function checkRetries({ value }: Flag, check: Check): void {
  if (value === undefined || value.text === '') return;
  const { text } = value;
  const isNumber = /^[+-]?[0-9]+$/.test(text);
  if (isNumber && Number(text) >= 0 && Number(text) <= MOST_RETRIES) return;
  check.report({
    id: 'invalid-retries',
    at: place(value, text),
    message: `${quote(text)} is no number of retries. Write a whole number, or '0' for the default.`,
  });
}
