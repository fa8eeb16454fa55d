import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import { parseBoolean } from '../model/boolean.ts';
import { fileModeProblem } from '../model/fileMode.ts';
import { gitQueryKeys, parseGitQuery } from '../model/gitSource.ts';
import type { Add, Copy, PathArgument } from '../model/instructions.ts';
import { remoteSource } from '../model/sources.ts';
import { type Check, place, suggest } from './found.ts';
import { checkReference } from './from.ts';

const DIGEST = '0123456789abcdef'.repeat(4);

export const fileFacts: readonly ErrorFacts[] = [
  {
    id: 'invalid-chmod',
    summary: "'--chmod' takes an octal mode, or a symbolic one as chmod(1) does.",
    why: 'A build fails on any other value.',
    examples: [
      { bad: 'FROM alpine\nCOPY --chmod=«789» a b\n', good: 'FROM alpine\nCOPY --chmod=755 a b\n' },
      { bad: 'FROM alpine\nCOPY --chmod=«rwx» a b\n', good: 'FROM alpine\nCOPY --chmod=u+rwx a b\n' },
    ],
  },
  {
    id: 'invalid-checksum',
    summary: "'--checksum' belongs to one remote source, and for HTTP is a SHA-256 digest.",
    why: 'A build fails when there is nothing the checksum could be for, or when it is no digest.',
    examples: [
      {
        bad: 'FROM alpine\nADD --checksum=«sha256:1234» https://example.com/a.tar /\n',
        good: `FROM alpine\nADD --checksum=sha256:${DIGEST} https://example.com/a.tar /\n`,
      },
      { bad: `FROM alpine\nADD «--checksum»=sha256:${DIGEST} a.tar /\n`, good: 'FROM alpine\nADD a.tar /\n' },
    ],
  },
  {
    id: 'remote-copy-source',
    summary: 'COPY takes no URLs and no Git repositories.',
    why: 'Only ADD fetches from remote places; with COPY a build fails.',
    examples: [
      {
        bad: 'FROM alpine\nCOPY «https://example.com/a.tar» /\n',
        good: 'FROM alpine\nADD https://example.com/a.tar /\n',
      },
    ],
  },
  {
    id: 'invalid-git-source',
    summary: 'The query of a Git source must be made of the options that ADD knows.',
    why: 'A build fails on unknown, repeated and contradictory options.',
    examples: [
      {
        bad: 'FROM alpine\nADD https://example.com/a.git?«tga»=v1 /a\n',
        good: 'FROM alpine\nADD https://example.com/a.git?tag=v1 /a\n',
      },
    ],
  },
];

export function checkFiles(instruction: Add | Copy, check: Check): void {
  const destination = instruction.destination;
  if (destination?.heredoc !== undefined) {
    check.report({
      id: 'heredoc-as-destination',
      at: destination.span,
      message: 'The destination cannot be a heredoc. Add a path as the last argument.',
    });
  }
  checkMode(instruction, check);
  if (instruction.keyword === 'ADD') {
    checkChecksum(instruction, check);
    checkGitSources(instruction, check);
    return;
  }
  for (const source of instruction.sources) {
    const value = source.heredoc === undefined ? check.value(source.source) : undefined;
    const kind = value === undefined ? undefined : remoteSource(value);
    if (kind === undefined) continue;
    const at = instruction.keywordSpan;
    check.report({
      id: 'remote-copy-source',
      at: source.span,
      message: `COPY cannot fetch ${kind === 'git' ? 'a Git repository' : 'a URL'}. Use ADD.`,
      ...(instruction.flags.length === 0 && {
        fixes: () => [{ title: 'Replace COPY with ADD', safe: false, edits: [{ at, newText: 'ADD' }] }],
      }),
    });
  }
  const from = instruction.from?.value;
  if (from === undefined || from.text.includes('$') || /^[+-]?[0-9]+$/.test(from.text)) return;
  if (!check.isStage(from.text)) checkReference(from, from.text, check);
}

function checkMode(instruction: Add | Copy, check: Check): void {
  const flag = instruction.flag('chmod');
  const value = flag?.value === undefined ? undefined : check.value(flag.value);
  if (flag?.value === undefined || value === undefined || value === '') return;
  const message = fileModeProblem(value);
  if (message !== undefined) check.report({ id: 'invalid-chmod', at: place(flag.value, value), message });
}

function checkChecksum(add: Add, check: Check): void {
  const flag = add.flag('checksum');
  const value = flag?.value === undefined ? undefined : check.value(flag.value);
  if (flag?.value === undefined || flag.value.text === '' || value === '') return;
  const { sources } = add;
  const [only, second] = sources;
  if (only === undefined) return;
  const kind = second === undefined ? sourceKind(only, check) : 'several';
  if (kind === 'several' || kind === 'local') {
    check.report({
      id: 'invalid-checksum',
      at: flag.nameSpan,
      message:
        kind === 'several'
          ? "'--checksum' is for one source. Write an ADD for each."
          : "'--checksum' is for a URL or a Git repository. Remove it.",
    });
  } else if (kind === 'http' && value !== undefined && !/^sha256:[0-9a-f]{64}$/.test(value)) {
    check.report({
      id: 'invalid-checksum',
      at: place(flag.value, value),
      message: `${quote(value)} is no SHA-256 digest. Write 'sha256:' and 64 hexadecimal digits in lower case.`,
    });
  }
}

function sourceKind({ source, heredoc }: PathArgument, check: Check): 'http' | 'git' | 'local' | undefined {
  if (heredoc !== undefined) return 'local';
  const value = check.value(source);
  return value === undefined ? undefined : (remoteSource(value) ?? 'local');
}

function checkGitSources(add: Add, check: Check): void {
  const keep = add.flag('keep-git-dir');
  for (const { source, heredoc } of add.sources) {
    const value = heredoc === undefined ? check.value(source) : undefined;
    if (value === undefined || remoteSource(value) !== 'git') continue;
    const { options, problem } = parseGitQuery(value);
    if (problem !== undefined) {
      const at = place(source, value, problem.start, problem.end);
      const { hint, fixes } = problem.unknown === undefined ? { hint: '' } : suggest(problem.unknown, gitQueryKeys, at);
      check.report({
        id: 'invalid-git-source',
        at,
        message: problem.message + hint,
        ...(fixes && value === source.text && { fixes }),
      });
      continue;
    }
    const asked = options.get('keep-git-dir');
    if (keep === undefined || asked === undefined) continue;
    const flagged = keep.value === undefined || keep.value.text.toLowerCase() === 'true';
    if ((asked === '' || parseBoolean(asked.toLowerCase()) === true) !== flagged) {
      check.report({
        id: 'invalid-git-source',
        at: keep.span,
        message: "'--keep-git-dir' contradicts the option of the URL. Keep one of them.",
      });
    }
  }
}
