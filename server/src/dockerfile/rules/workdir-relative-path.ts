import { quote } from '../../text/quote.ts';
import type { Workdir } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import { dockerfileRule } from '../rule.ts';

export const workdirRelativePath = dockerfileRule({
  id: 'workdir-relative-path',
  summary: 'The first WORKDIR of a stage is an absolute path.',
  why: 'A relative one goes below the working directory of the base image, and moves when that image changes.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['buildkit/WorkdirRelativePath'],
  near: ['hadolint/DL3000'],
  examples: [
    { bad: 'FROM alpine\nWORKDIR «app»\nWORKDIR src\n', good: 'FROM alpine\nWORKDIR /app\nWORKDIR src\n' },
    {
      bad: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR «app»\n',
      good: 'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nWORKDIR /app\n',
    },
  ],
  check({ model }, report) {
    const first = new Map<Stage, Workdir>();
    for (const workdir of model.all('WORKDIR')) {
      const { stage } = workdir;
      if (stage !== undefined && !first.has(stage)) first.set(stage, workdir);
    }
    /** A WORKDIR stands in the stage or in one it is built on. */
    const settled = new Set<Stage>();
    for (const stage of model.stages) {
      const workdir = first.get(stage);
      const isSettled = stage.parent !== undefined && settled.has(stage.parent);
      if (workdir !== undefined || isSettled) settled.add(stage);
      if (workdir === undefined || isSettled || workdir.value.text === '') continue;
      const { value } = workdir;
      const path = model.valueOf(value) ?? knownStart(workdir);
      if (path === undefined || isAbsolute(path, stage.isWindows)) continue;
      const at = value.span(0, value.text.length);
      const quoteLength = /^["']/.test(value.text) ? 1 : 0;
      const insert = value.at(quoteLength);
      report({
        at,
        message: `${quote(path)} is relative to the working directory of the base image. Write an absolute path.`,
        ...(path !== '' && {
          fixes: () => [
            {
              title: "Insert '/'",
              // Nothing else than '/' can be the working directory of the empty image.
              safe: stage.root.isScratch,
              edits: [{ at: { start: insert, end: insert }, newText: '/' }],
            },
          ],
        }),
      });
    }
  },
});

/** Of a path whose variables only the build knows: what stands before the first of them. */
function knownStart({ value }: Workdir): string | undefined {
  const start = value.text.replace(/^["']/, '').split('$', 1)[0];
  return start === '' ? undefined : start;
}

function isAbsolute(path: string, isWindows: boolean): boolean {
  return path.startsWith('/') || (isWindows && /^(?:[A-Za-z]:)?[\\/]|^[A-Za-z]:$/.test(path));
}
