import { parseImageReference } from '../../image/reference.ts';
import { closest } from '../../lint/closest.ts';
import { quote } from '../../text/quote.ts';
import type { DockerfileFile } from '../model/file.ts';
import { hadolintBase } from '../model/hadolintBase.ts';
import type { Copy } from '../model/instructions.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const copyFromKnownStage = dockerfileRule({
  id: 'copy-from-known-stage',
  summary: 'COPY --from names a stage of the file or an image with a version.',
  why: 'A name that is no stage is taken for an image: a misspelt stage is pulled from a registry, and an image without tag changes from one day to the next.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3022'],
  examples: [
    {
      bad: 'FROM golang:1.25 AS build\nFROM debian:12\nCOPY --from=«biuld» /app /app\n',
      good: 'FROM golang:1.25 AS build\nFROM debian:12\nCOPY --from=build /app /app\n',
    },
    {
      bad: 'FROM debian:12\nCOPY --from=«composer» /usr/bin/composer /usr/bin/\n',
      good: 'FROM debian:12\nCOPY --from=composer:2 /usr/bin/composer /usr/bin/\n',
      unfixed: true,
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const copy of options.exact ? unknownForHadolint(file) : unknown(file)) {
      const value = copy.from?.value;
      if (value === undefined) continue;
      const at = value.span(0, value.text.length);
      reportOnce(copy, {
        at,
        message: messageFor(value.text),
        fixes: () =>
          fixes(file, copy, value.text).map(({ title, newText }) => ({ title, safe: false, edits: [{ at, newText }] })),
      });
    }
  },
});

/** With a slash it can only be meant for an image. */
function messageFor(name: string): string {
  return name.includes('/')
    ? `${quote(name)} has neither tag nor digest, so it changes from one day to the next. Name a version.`
    : `No stage above is named ${quote(name)}. Name one, or give the image a tag.`;
}

/** Missing numbers, variables and stages further down are errors of the language. */
function unknown({ model }: DockerfileFile): Copy[] {
  return model.references.flatMap(({ kind, target, isIndex, text, instruction }) => {
    if (kind !== 'copy' || instruction.keyword !== 'COPY' || target !== undefined || isIndex) return [];
    const { tag, digest, error, hasVariable } = parseImageReference(text);
    if (tag !== undefined || digest !== undefined || error !== undefined || hasVariable || text === 'scratch')
      return [];
    return [instruction];
  });
}

function unknownForHadolint({ model }: DockerfileFile): Copy[] {
  const found: Copy[] = [];
  const aliases = new Set<string>();
  let stages = 0;
  for (const instruction of model.instructions) {
    if (instruction.keyword === 'FROM') {
      stages++;
      const { alias } = hadolintBase(instruction);
      if (alias !== undefined) aliases.add(alias);
    }
    const from = instruction.keyword === 'COPY' ? instruction.from?.value?.text : undefined;
    if (from === undefined || instruction.keyword !== 'COPY' || from.includes(':') || aliases.has(from)) continue;
    const number = /^\d+/.exec(from)?.[0];
    if (number === undefined || Number(number) >= stages) found.push(instruction);
  }
  return found;
}

function fixes({ model }: DockerfileFile, { stage }: Copy, text: string): { title: string; newText: string }[] {
  const names = model.stages.slice(0, stage?.index).flatMap(({ stageName }) => stageName?.text ?? []);
  const name = closest(text, names);
  return name === undefined ? [] : [{ title: `Change to ${quote(name)}`, newText: name }];
}
