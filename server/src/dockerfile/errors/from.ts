import { parsePlatform } from '../../image/platform.ts';
import { type ImageReference, parseImageReference } from '../../image/reference.ts';
import type { ErrorFacts } from '../../lint/linted.ts';
import type { MappedText } from '../../text/mappedText.ts';
import { quote } from '../../text/quote.ts';
import type { From } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import { type Check, place } from './found.ts';

export const fromFacts: readonly ErrorFacts[] = [
  {
    id: 'invalid-from',
    summary: "FROM takes a base and, if the stage has a name, 'AS' and the name.",
    why: 'A build fails on any other number of words. A comment cannot stand behind an instruction.',
    examples: [
      { bad: 'FROM alpine «builder»\n', good: 'FROM alpine AS builder\n' },
      { bad: 'FROM alpine «# small»\n', good: '# small\nFROM alpine\n' },
      { bad: 'FROM alpine «AS»\n', good: 'FROM alpine AS builder\n' },
    ],
  },
  {
    id: 'invalid-stage-name',
    summary: "A stage name must begin with a letter and hold letters, digits, '-', '_' and '.' only.",
    why: 'A build fails on other names. Variables are not expanded in them.',
    examples: [{ bad: 'FROM alpine AS «1st»\n', good: 'FROM alpine AS first\n' }],
  },
  {
    id: 'missing-base-image',
    same: ['buildkit/InvalidDefaultArgInFrom'],
    summary: 'The base of FROM must not be empty.',
    why: 'A build fails when the variables in FROM leave nothing.',
    examples: [{ bad: 'FROM «${BASE}»\n', good: 'ARG BASE=alpine\nFROM ${BASE}\n' }],
  },
  {
    id: 'invalid-platform',
    summary: "A platform must be written as 'os/arch' or 'os/arch/variant'.",
    why: 'A build fails on a platform it cannot read.',
    examples: [{ bad: 'FROM --platform=«linux/amd64/v2/x» alpine\n', good: 'FROM --platform=linux/amd64/v2 alpine\n' }],
  },
  {
    id: 'invalid-image-reference',
    same: ['buildkit/InvalidDefaultArgInFrom'],
    summary: 'The name of an image must be one that a registry can have.',
    why: 'A build fails before it asks any registry. Names are lower case; a tag follows a colon, a digest an at sign.',
    examples: [
      { bad: 'FROM «Alpine»:3.22\n', good: 'FROM alpine:3.22\n' },
      { bad: 'FROM alpine AS Base\nFROM «Base»\n', good: 'FROM alpine AS Base\nFROM base\n' },
      {
        bad: 'FROM alpine\nCOPY --from=nginx:«-alpine» /etc/nginx /etc/\n',
        good: 'FROM alpine\nCOPY --from=nginx:alpine /etc/nginx /etc/\n',
      },
    ],
  },
];

type Problem = NonNullable<ImageReference['error']>;

export function checkFrom(from: From, check: Check): void {
  checkWords(from, check);
  const { stageName, stage } = from;
  if (stageName !== undefined && !stageName.isValid) {
    const { text, span } = stageName;
    check.report({
      id: 'invalid-stage-name',
      at: span,
      message: text.includes('$')
        ? `${quote(text)} is no stage name: variables are not expanded here. Write the name itself.`
        : `${quote(text)} is no stage name. Begin with a letter and use letters, digits, '-', '_' and '.'.`,
    });
  }
  checkPlatform(from, check);
  if (stage !== undefined) checkBase(from, stage, check);
}

function checkWords({ words, node }: From, check: Check): void {
  const [, as, , extra] = words;
  if (as === undefined) return;
  const end = words.at(-1)?.span.end ?? as.span.end;
  const comment = words.slice(1).find(({ text }) => text.startsWith('#'));
  const isAs = as.text.toUpperCase() === 'AS';
  if (words.length === 3 && isAs) return;
  if (comment !== undefined) {
    check.report({
      id: 'invalid-from',
      at: { start: comment.span.start, end },
      message: 'A comment cannot stand behind FROM. Put it on a line of its own.',
    });
  } else if (isAs && words.length === 2) {
    check.report({
      id: 'invalid-from',
      at: as.span,
      message: `No stage name follows '${as.text}'. Add one, or remove '${as.text}'.`,
    });
  } else if (isAs) {
    check.report({
      id: 'invalid-from',
      at: { start: extra?.span.start ?? end, end },
      message: 'Nothing may follow the stage name. Remove these words.',
    });
  } else {
    const newText = node.keywordText === node.keywordText.toLowerCase() ? 'as' : 'AS';
    const edit =
      words.length === 2
        ? { title: `Insert '${newText}'`, at: { start: as.span.start, end: as.span.start }, newText: `${newText} ` }
        : { title: `Replace with '${newText}'`, at: as.span, newText };
    check.report({
      id: 'invalid-from',
      at: as.span,
      message: `'${newText}' must stand before the stage name, not ${quote(as.text)}. Write 'FROM image ${newText} name'.`,
      ...(words.length <= 3 && {
        fixes: () => [{ title: edit.title, safe: false, edits: [{ at: edit.at, newText: edit.newText }] }],
      }),
    });
  }
}

function checkPlatform({ platform }: From, check: Check): void {
  const source = platform?.value;
  if (platform === undefined || source === undefined || source.text === '') return;
  const value = check.value(source);
  if (value === undefined) return;
  if (value === '') {
    check.report({
      id: 'invalid-platform',
      at: platform.valueSpan ?? platform.span,
      message: `${quote(source.text)} is empty, so the platform is. Give it a value, or leave '--platform' out.`,
    });
    return;
  }
  const parsed = parsePlatform(value);
  if (parsed.kind !== 'error') return;
  check.report({ id: 'invalid-platform', at: platform.valueSpan ?? platform.span, message: parsed.message });
}

function checkBase({ base }: From, stage: Stage, check: Check): void {
  const { baseText } = stage;
  if (base === undefined || baseText === undefined || stage.parent !== undefined || stage.isScratch) return;
  if (baseText.trim() === '') {
    check.report({
      id: 'missing-base-image',
      at: base.span,
      message: `${quote(base.text)} is empty here, so FROM has no base. Give its ARGs a default before the first FROM.`,
    });
    return;
  }
  const error = stage.image?.error;
  if (error === undefined) return;
  const meant = stage.dockerfile.stageByName(baseText);
  if (meant !== undefined && meant.index < stage.index) {
    const newText = baseText.toLowerCase();
    const at = place(base.source, baseText);
    check.report({
      id: 'invalid-image-reference',
      at,
      message: `${quote(baseText)} is no image, and the stage is known as '${newText}': FROM compares with the name in lower case. Write '${newText}'.`,
      ...(base.text === baseText && {
        fixes: () => [{ title: `Replace with '${newText}'`, safe: true, edits: [{ at, newText }] }],
      }),
      ...(meant.stageName && { related: [{ at: meant.stageName.span, message: 'The stage is named here.' }] }),
    });
    return;
  }
  reportReference(base.source, baseText, error, check);
}

/** Reports a text that is no image reference. `value` is what `source` expands to. */
export function checkReference(source: MappedText, value: string, check: Check): void {
  const { error } = parseImageReference(value);
  if (error !== undefined) reportReference(source, value, error, check);
}

function reportReference(source: MappedText, value: string, { message, at, kind }: Problem, check: Check): void {
  const isLiteral = value === source.text;
  const hasPlace = at.end > at.start;
  const span = hasPlace ? place(source, value, at.start, at.end) : place(source, value);
  const text = value.slice(at.start, at.end);
  check.report({
    id: 'invalid-image-reference',
    at: span,
    message: isLiteral ? message : `${message.replace(/\.$/, '')} (${quote(source.text)} is ${quote(value)}).`,
    ...(kind === 'uppercase' &&
      isLiteral && {
        fixes: () => [
          {
            title: `Replace with ${quote(text.toLowerCase())}`,
            safe: true,
            edits: [{ at: span, newText: text.toLowerCase() }],
          },
        ],
      }),
  });
}
