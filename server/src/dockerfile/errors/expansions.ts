import type { ErrorFacts } from '../../lint/linted.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { FoundError } from './found.ts';

export const expansionFacts: readonly ErrorFacts[] = [
  {
    id: 'unbalanced-quote',
    summary: 'Quotes in text that a build expands must be closed.',
    why: 'A build reads quotes in paths, values, labels and ports as a shell does, and fails on an open one.',
    examples: [
      { bad: "FROM alpine\nLABEL note=it«'»s\n", good: 'FROM alpine\nLABEL note="it\'s"\n' },
      { bad: 'FROM alpine\nCOPY «"»a b.txt«"» /\n', good: 'FROM alpine\nCOPY ["a b.txt", "/"]\n' },
    ],
  },
  {
    id: 'bad-substitution',
    summary: 'A variable must be used in one of the forms a build knows.',
    why: "A build expands '${name}' with the operators ':-', ':+', ':?', '-', '+', '?', '#', '##', '%', '%%', '/' and '//', and fails on any other form.",
    examples: [
      { bad: 'FROM alpine\nWORKDIR «${HOME^^}»\n', good: 'FROM alpine\nWORKDIR ${HOME}\n' },
      { bad: 'ARG TAG=3\nFROM alpine:«${TAG»\n', good: 'ARG TAG=3\nFROM alpine:${TAG}\n' },
    ],
  },
  {
    id: 'required-variable',
    summary: "A variable used as '${name:?}' must have a value.",
    why: 'A build fails there when the variable is not set, or with the colon, when it is empty.',
    examples: [
      {
        bad: 'FROM scratch\nENV PORT="«${PORT:?set the port}»"\n',
        good: 'FROM scratch\nARG PORT=80\nENV PORT="${PORT:?set the port}"\n',
      },
    ],
  },
];

export function checkExpansions({ variables }: Dockerfile, report: (error: FoundError) => void): void {
  for (const { error } of variables.errors) report(error);
}
