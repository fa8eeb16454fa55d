import type { ErrorFacts } from '../../lint/linted.ts';
import { parseCheck } from '../model/checkDirective.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { FoundError } from './found.ts';

export const lineFacts: readonly ErrorFacts[] = [
  {
    id: 'empty-file',
    summary: 'A Dockerfile must hold something.',
    why: 'A build of an empty file fails.',
    examples: [{ bad: '«»', good: 'FROM scratch\n' }],
  },
  {
    id: 'no-instructions',
    summary: 'A Dockerfile must hold at least one instruction.',
    why: 'A build of a file of comments alone fails.',
    examples: [{ bad: '«# syntax=docker/dockerfile:1»\n', good: '# syntax=docker/dockerfile:1\nFROM scratch\n' }],
  },
  {
    id: 'line-too-long',
    summary: 'No line may be longer than 65535 bytes.',
    why: 'A build reads lines into a buffer of that size and fails on longer ones.',
    examples: [
      {
        bad: `FROM alpine\n«RUN echo ${'x'.repeat(65_536)}»\n`,
        good: `FROM alpine\nRUN echo ${'x'.repeat(40_000)}\\\n${'x'.repeat(25_536)}\n`,
      },
    ],
  },
  {
    id: 'duplicate-directive',
    summary: 'Each parser directive may stand only once.',
    why: 'A build does not choose between two values of a directive; it fails.',
    examples: [{ bad: '# escape=`\n# «escape»=\\\nFROM alpine\n', good: '# escape=`\nFROM alpine\n' }],
  },
  {
    id: 'invalid-escape-directive',
    summary: 'The escape character must be a backslash or a backtick.',
    why: 'No other character can continue lines, so a build fails.',
    examples: [{ bad: '# escape=«^»\nFROM alpine\n', good: '# escape=`\nFROM alpine\n' }],
  },
  {
    id: 'unterminated-heredoc',
    summary: 'A heredoc must end with a line that holds its delimiter alone.',
    why: 'Without that line the heredoc swallows the rest of the file, and the build fails.',
    same: ['shell-syntax-error'],
    examples: [
      {
        bad: 'FROM alpine\nRUN «<<EOF»\necho hello\n EOF\n',
        good: 'FROM alpine\nRUN <<EOF\necho hello\nEOF\n',
      },
    ],
  },
  {
    id: 'invalid-check-directive',
    summary: "A '# check=' directive must be made of 'skip=', 'experimental=' and 'error='.",
    why: 'A build reads the directive before anything else and fails when it cannot.',
    examples: [
      {
        bad: '# check=skip=JSONArgsRecommended;«strict»\nFROM alpine\n',
        good: '# check=skip=JSONArgsRecommended;error=true\nFROM alpine\n',
      },
    ],
  },
];

/** What the reader of lines and the reader of options refuse. */
export function checkLines(model: Dockerfile, report: (error: FoundError) => void): void {
  // With these everything changes.
  const { errors, directives } = model.lookAt();
  for (const error of errors) report(error);
  const directive = directives.find((item) => item.name === 'check' && item.readBy !== 'lines');
  if (directive === undefined) return;
  const check = parseCheck(directive.value);
  if (check.kind === 'options') return;
  const { start, end, message } = check.problem;
  const offset = directive.valueSpan.start;
  report({
    id: 'invalid-check-directive',
    at: end > start ? { start: offset + start, end: offset + end } : directive.valueSpan,
    message,
  });
}
