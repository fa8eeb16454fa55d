import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import type { Expose, Stopsignal, Workdir } from '../model/instructions.ts';
import { exposedPorts } from '../model/ports.ts';
import { isSignal, signalNames } from '../model/signal.ts';
import { type Check, place, suggest } from './found.ts';

export const valueFacts: readonly ErrorFacts[] = [
  {
    id: 'invalid-port',
    summary: "EXPOSE takes ports from 0 to 65535 or ranges of them, each with an optional '/tcp', '/udp' or '/sctp'.",
    why: 'A build fails on anything else.',
    examples: [
      { bad: 'FROM alpine\nEXPOSE «80800»\n', good: 'FROM alpine\nEXPOSE 8080\n' },
      { bad: 'FROM alpine\nEXPOSE 53/«dns»\n', good: 'FROM alpine\nEXPOSE 53/udp\n' },
      { bad: 'FROM alpine\nEXPOSE «["80"]»\n', good: 'FROM alpine\nEXPOSE 80\n' },
    ],
  },
  {
    id: 'invalid-signal',
    summary: 'STOPSIGNAL takes the name or number of a signal.',
    why: 'A build fails on a signal it does not know.',
    examples: [
      { bad: 'FROM alpine\nSTOPSIGNAL «SIGQIUT»\n', good: 'FROM alpine\nSTOPSIGNAL SIGQUIT\n' },
      { bad: 'FROM alpine\nSTOPSIGNAL «0»\n', good: 'FROM alpine\nSTOPSIGNAL 9\n' },
    ],
  },
  {
    id: 'invalid-windows-path',
    summary: "On Windows, WORKDIR takes a path on drive 'C:'.",
    why: 'A container has no other drive and no network shares, so a build fails.',
    examples: [
      {
        bad: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR «D:/app»\n',
        good: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR C:/app\n',
      },
    ],
  },
];

export function checkExpose(expose: Expose, check: Check): void {
  for (const { port, isLiteral, value, word, span } of exposedPorts(expose, (text) => check.value(text))) {
    if (port.kind !== 'problem') continue;
    check.report({
      id: 'invalid-port',
      at: span(port),
      message: isLiteral
        ? port.message
        : `${port.message.replace(/\.$/, '')} (${quote(expose.node.fileText.slice(word.start, word.end))} is ${quote(value)}).`,
    });
  }
}

export function checkStopsignal({ value: source }: Stopsignal, check: Check): void {
  const value = check.value(source);
  if (value === undefined || isSignal(value)) return;
  const at = place(source, value);
  const isLiteral = value === source.text;
  const hasPrefix = value.toUpperCase().startsWith('SIG');
  const { hint, fixes } = suggest(hasPrefix ? value.slice(3) : value, signalNames, at, (name) => `SIG${name}`);
  check.report({
    id: 'invalid-signal',
    at: at.end > at.start ? at : source.span(0, source.text.length),
    message: isLiteral
      ? `${quote(value)} is no signal.${hint || " Write a name such as 'SIGTERM', or a number other than 0."}`
      : `${quote(source.text)} is ${quote(value)} here, which is no signal. Give it the value of one, such as 'SIGTERM'.`,
    ...(fixes && isLiteral && { fixes }),
  });
}

export function checkWorkdir({ value: source }: Workdir, check: Check): void {
  const value = check.value(source);
  // A drive, or the two slashes that begin the name of another machine.
  if (value === undefined || !/^(?:[A-Za-z]:|[\\/]{2})/.test(value) || !check.isWindows) return;
  const at = place(source, value);
  if (/^[\\/]/.test(value)) {
    check.report({
      id: 'invalid-windows-path',
      at,
      message: `A container has no network shares. Write a path on 'C:'.`,
    });
  } else if (!/^[Cc]:/.test(value)) {
    check.report({
      id: 'invalid-windows-path',
      at,
      message: `A container has no drive ${quote(value.slice(0, 2))}. Write a path on 'C:'.`,
    });
  } else if (value.length === 2) {
    check.report({
      id: 'invalid-windows-path',
      at,
      message: `${quote(value)} is a drive without a path. Write 'C:/' or a path below it.`,
    });
  }
}
