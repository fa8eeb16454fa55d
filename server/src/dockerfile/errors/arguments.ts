import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import type { Arg, Env, Instruction, Label, Shell, Volume } from '../model/instructions.ts';
import type { JsonArray } from '../syntax/tree.ts';
import type { Check } from './found.ts';

export const argumentFacts: readonly ErrorFacts[] = [
  {
    id: 'missing-arguments',
    summary: 'An instruction needs its arguments.',
    why: 'A build fails when an instruction has fewer arguments than it needs.',
    examples: [
      { bad: 'FROM alpine\n«WORKDIR»\n', good: 'FROM alpine\nWORKDIR /app\n' },
      { bad: 'FROM alpine\n«COPY» app.py\n', good: 'FROM alpine\nCOPY app.py /app/\n' },
    ],
  },
  {
    id: 'missing-value',
    summary: 'ENV and LABEL need a value for the name.',
    why: 'A build fails on a name alone. An empty value is written with quotes or a bare equals sign.',
    examples: [{ bad: 'FROM alpine\nENV «DEBUG»\n', good: 'FROM alpine\nENV DEBUG=\n' }],
  },
  {
    id: 'missing-equals',
    summary: 'Each word of ENV and LABEL must be a name, an equals sign and a value.',
    why: 'When the first word has an equals sign all others must have one, or the build fails. Values with blanks need quotes.',
    examples: [{ bad: 'FROM alpine\nENV NAME=Ada «Lovelace»\n', good: 'FROM alpine\nENV NAME="Ada Lovelace"\n' }],
  },
  {
    id: 'blank-name',
    summary: 'ENV, LABEL and ARG need a name before the equals sign.',
    why: 'A build fails on a variable or label without a name.',
    examples: [{ bad: 'FROM alpine\nENV «=value»\n', good: 'FROM alpine\nENV NAME=value\n' }],
  },
  {
    id: 'blank-volume',
    summary: 'A VOLUME must not be blank.',
    why: 'A build fails on a volume without a path, also when a variable leaves it empty.',
    examples: [{ bad: 'FROM alpine\nVOLUME [«""»]\n', good: 'FROM alpine\nVOLUME ["/data"]\n' }],
  },
  {
    id: 'non-string-json-element',
    summary: 'A JSON array of an instruction must hold nothing but strings.',
    why: 'A build refuses numbers, booleans, null and nested values.',
    examples: [{ bad: 'FROM alpine\nCMD ["sleep", «10»]\n', good: 'FROM alpine\nCMD ["sleep", "10"]\n' }],
  },
  {
    id: 'shell-not-json',
    summary: 'SHELL takes a JSON array.',
    why: 'A build does not split the words of SHELL; it fails.',
    examples: [{ bad: 'FROM alpine\nSHELL «/bin/ash -c»\n', good: 'FROM alpine\nSHELL ["/bin/ash", "-c"]\n' }],
  },
  {
    id: 'heredoc-as-destination',
    summary: 'The destination of COPY and ADD must not be a heredoc.',
    why: 'The last argument is where files go to, so a build fails when it is a heredoc.',
    examples: [
      {
        bad: 'FROM alpine\nCOPY a.txt «<<EOF»\nhello\nEOF\n',
        good: 'FROM alpine\nCOPY <<EOF /a.txt\nhello\nEOF\n',
      },
    ],
  },
];

/** What an instruction needs at least, in words. */
const needs: Readonly<Record<string, string>> = {
  ADD: 'sources and a destination',
  ARG: "a name, such as 'VERSION' or 'VERSION=1'",
  COPY: 'sources and a destination',
  ENV: "a name and a value, such as 'NAME=value'",
  EXPOSE: "a port, such as '8080'",
  FROM: "a base image, such as 'alpine:3.22'",
  HEALTHCHECK: "'CMD' and a command, or 'NONE'",
  LABEL: "a name and a value, such as 'name=value'",
  MAINTAINER: 'a name',
  ONBUILD: "an instruction, such as 'RUN make'",
  SHELL: `a JSON array, such as '["/bin/bash", "-c"]'`,
  STOPSIGNAL: "a signal, such as 'SIGTERM'",
  USER: "a user, such as 'app' or '1000:1000'",
  VOLUME: "a path, such as '/data'",
  WORKDIR: "a path, such as '/app'",
};

/** False when arguments are missing; then nothing else needs to be checked. */
export function checkArguments(instruction: Instruction, check: Check): boolean {
  const { keyword, keywordSpan, node } = instruction;
  const array = jsonOf(instruction);
  if (array !== undefined && !array.allStrings) {
    reportElements(array, check);
    return false;
  }
  const need = needs[keyword];
  if (need === undefined) return true;
  let count: number;
  if (keyword === 'COPY' || keyword === 'ADD') count = instruction.paths.length - 1;
  else if (array !== undefined) count = array.elements.length;
  else count = node.arguments.text.length;
  if (count <= 0) {
    check.report({
      id: 'missing-arguments',
      at: keywordSpan,
      message: `'${node.keywordText}' lacks arguments. Give it ${need}.`,
    });
    return false;
  }
  return true;
}

/** The JSON array of an instruction that takes one, HEALTHCHECK left out. */
function jsonOf(instruction: Instruction): JsonArray | undefined {
  switch (instruction.keyword) {
    case 'ADD':
    case 'CMD':
    case 'COPY':
    case 'ENTRYPOINT':
    case 'RUN':
    case 'SHELL':
    case 'VOLUME':
      return instruction.node.json;
    default:
      return undefined;
  }
}

export function reportElements({ elements }: JsonArray, check: Check): void {
  for (const { value, span, source } of elements) {
    if (value !== undefined) continue;
    const { text } = source;
    const isSimple = /^[\w.+-]+$/.test(text);
    check.report({
      id: 'non-string-json-element',
      at: span,
      message: `${quote(text)} is no string. Put it in double quotes.`,
      ...(isSimple && {
        fixes: () => [{ title: 'Put it in double quotes', safe: true, edits: [{ at: span, newText: `"${text}"` }] }],
      }),
    });
  }
}

export function checkPairs(instruction: Env | Label, check: Check): void {
  const { isLegacy, keyword } = instruction;
  for (const { key, keySpan, value, span } of instruction.pairs) {
    if (value === undefined) {
      check.report(
        isLegacy
          ? {
              id: 'missing-value',
              at: keySpan,
              message: `${quote(key.text)} has no value. Write '${keyword} name=value'.`,
            }
          : {
              id: 'missing-equals',
              at: span,
              message: `${quote(key.text)} has no '='. Write 'name=value', and put values with blanks in quotes.`,
            },
      );
    } else if (key.text === '') {
      check.report({ id: 'blank-name', at: span, message: `No name stands before '='. Write 'name=value'.` });
    }
  }
}

export function checkDeclarations({ declarations }: Arg, check: Check): void {
  for (const { name, span } of declarations) {
    if (name !== '') continue;
    check.report({ id: 'blank-name', at: span, message: `No name stands before '='. Write 'NAME=value'.` });
  }
}

export function checkVolumes({ words }: Volume, check: Check): void {
  for (const { text, source, span } of words) {
    if (check.value(source)?.trim() !== '') continue;
    check.report({
      id: 'blank-volume',
      at: span,
      message:
        text.trim() === '' || /^["']*$/.test(text)
          ? "The volume is blank. Write a path, such as '/data'."
          : `${quote(text)} is empty here, so the volume is blank. Give it a value, or write a path.`,
    });
  }
}

export function checkShell({ node }: Shell, check: Check): void {
  if (node.json !== undefined) return;
  const { text } = node.arguments;
  const at = node.arguments.span(0, text.length);
  const isPlain = /^[\w./\\:-]+(?: +[\w./\\:-]+)*$/.test(text);
  check.report({
    id: 'shell-not-json',
    at,
    message: `SHELL takes a JSON array, such as '["/bin/bash", "-c"]'. Put each word in double quotes, between brackets.`,
    ...(isPlain && {
      fixes: () => [
        {
          title: 'Write as a JSON array',
          safe: true,
          edits: [
            {
              at,
              newText: `[${text
                .split(/ +/)
                .map((word) => JSON.stringify(word))
                .join(', ')}]`,
            },
          ],
        },
      ],
    }),
  });
}
