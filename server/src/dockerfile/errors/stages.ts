import type { ErrorFacts } from '../../lint/linted.ts';
import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Copy } from '../model/instructions.ts';
import type { StageReference } from '../model/references.ts';
import { remoteSource } from '../model/sources.ts';
import type { Stage } from '../model/stage.ts';
import type { FoundError } from './found.ts';

export const stageFacts: readonly ErrorFacts[] = [
  {
    id: 'stage-cycle',
    summary: 'Stages must not depend on each other in a circle.',
    why: 'No stage of a circle could be built first, so a build fails. A stage cannot copy from itself either.',
    examples: [
      {
        bad: 'FROM alpine AS a\nCOPY --from=«b» /b /b\nFROM alpine AS b\nCOPY --from=«a» /a /a\n',
        good: 'FROM alpine AS a\nFROM alpine AS b\nCOPY --from=a /a /a\n',
      },
      { bad: 'FROM alpine AS a\nCOPY --from=«a» /a /b\n', good: 'FROM alpine AS a\nRUN cp /a /b\n' },
    ],
  },
  {
    id: 'stage-not-yet-defined',
    summary: 'A stage can use files of earlier stages only.',
    why: 'A build fails when a stage names one that stands below it. Move the stage up.',
    examples: [
      {
        bad: 'FROM alpine\nCOPY --from=«assets» /a /a\nFROM alpine AS assets\n',
        good: 'FROM alpine AS assets\nFROM alpine\nCOPY --from=assets /a /a\n',
      },
    ],
  },
  {
    id: 'stage-index-out-of-range',
    summary: "The number in 'COPY --from' must be that of a stage.",
    why: 'Stages are numbered from 0. A build fails on any other number.',
    examples: [
      {
        bad: 'FROM alpine\nFROM alpine\nCOPY --from=«2» /a /a\n',
        good: 'FROM alpine\nFROM alpine\nCOPY --from=0 /a /a\n',
      },
    ],
  },
  {
    id: 'variable-in-from',
    summary: 'Variables cannot name the source of COPY --from or of a mount.',
    why: 'A build has to know all stages before it knows any variable, and fails. A stage of its own, whose FROM may use ARGs, can stand in between.',
    examples: [
      {
        bad: 'ARG TOOLS=busybox\nFROM alpine\nCOPY --from=«$TOOLS» /bin /bin\n',
        good: 'ARG TOOLS=busybox\nFROM $TOOLS AS tools\nFROM alpine\nCOPY --from=tools /bin /bin\n',
      },
      {
        bad: 'FROM alpine\nRUN --mount=from=«$TOOLS»,target=/tools true\n',
        good: 'FROM busybox AS tools\nFROM alpine\nRUN --mount=from=tools,target=/tools true\n',
      },
    ],
  },
  {
    id: 'invalid-source-date-epoch',
    summary: "SOURCE_DATE_EPOCH must be a number of seconds, 'context' or a stage that is made of one remote ADD.",
    why: 'A build fails when it cannot take a date from it.',
    examples: [
      {
        bad: 'ARG SOURCE_DATE_EPOCH=«2024-01-01»\nFROM alpine\n',
        good: 'ARG SOURCE_DATE_EPOCH=1704067200\nFROM alpine\n',
      },
    ],
  },
];

/** References between stages, and the date that a stage may give. */
export function checkStages(dockerfile: Dockerfile, report: (error: FoundError) => void): void {
  checkReferences(dockerfile, report);
  checkEpoch(dockerfile, report);
}

/** A source that can be no stage whatever it is. */
export function checkFromFlag(copy: Copy, { stages }: Dockerfile, report: (error: FoundError) => void): void {
  const value = copy.from?.value;
  if (value === undefined) return;
  const { text } = value;
  const at = value.span(0, text.length);
  if (text.includes('$')) {
    report({
      id: 'variable-in-from',
      at,
      message: `Variables are not expanded in ${quote(`--from=${text}`)}. Add a stage ${quote(`FROM ${text} AS name`)} and copy from its name.`,
    });
  } else if (/^[+-]?[0-9]+$/.test(text) && stages[Number(text)] === undefined) {
    report({
      id: 'stage-index-out-of-range',
      at,
      message: `There is no stage ${quote(text)}. Use the name of a stage, or a number from 0 to ${stages.length - 1}.`,
    });
  }
}

function checkReferences({ references }: Dockerfile, report: (error: FoundError) => void): void {
  const forward = references.filter(({ stage, target }) => target !== undefined && target.index >= stage.index);
  if (forward.length === 0) return;
  const component = components(references);
  for (const reference of references) {
    const { stage, target, kind, span, text } = reference;
    if (target === undefined) continue;
    const from = { at: target.stageName?.span ?? target.from.keywordSpan, message: 'The stage begins here.' };
    if (target === stage) {
      report({
        id: 'stage-cycle',
        at: span,
        message: `The stage ${quote(stage.label)} cannot take files from itself. ${kind === 'copy' ? "Use 'RUN cp', or copy from another stage." : 'Remove the source.'}`,
      });
    } else if (component.get(stage) === component.get(target)) {
      report({
        id: 'stage-cycle',
        at: span,
        message: `The stages ${quote(stage.label)} and ${quote(target.label)} depend on each other in a circle. Remove one of the dependencies.`,
        related: [from],
      });
    } else if (target.index > stage.index) {
      report({
        id: 'stage-not-yet-defined',
        at: span,
        message: `The stage ${quote(text)} stands below this one. Move it up.`,
        related: [from],
      });
    }
  }
}

/** For each stage a number that it shares with the stages it is in a circle with (Tarjan's strongly connected components). */
function components(references: readonly StageReference[]): ReadonlyMap<Stage, number> {
  const targets = new Map<Stage, Stage[]>();
  for (const { stage, target } of references) {
    if (target === undefined) continue;
    const list = targets.get(stage);
    if (list === undefined) targets.set(stage, [target]);
    else list.push(target);
  }
  const component = new Map<Stage, number>();
  const index = new Map<Stage, number>();
  const low = new Map<Stage, number>();
  const open: Stage[] = [];
  let count = 0;
  // A stack of our own, since a chain of stages may be longer than the call stack.
  for (const root of targets.keys()) {
    if (index.has(root)) continue;
    const work: { stage: Stage; next: number }[] = [];
    const enter = (stage: Stage) => {
      index.set(stage, index.size);
      low.set(stage, index.size - 1);
      open.push(stage);
      work.push({ stage, next: 0 });
    };
    enter(root);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { stage } = top;
      const target = targets.get(stage)?.[top.next++];
      if (target !== undefined) {
        const seen = index.get(target);
        if (seen === undefined) enter(target);
        else if (!component.has(target)) low.set(stage, Math.min(low.get(stage) ?? 0, seen));
        continue;
      }
      work.pop();
      const own = low.get(stage) ?? 0;
      const above = work.at(-1)?.stage;
      if (above !== undefined) low.set(above, Math.min(low.get(above) ?? 0, own));
      if (own !== index.get(stage)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, count);
        if (member === stage) break;
      }
      count++;
    }
  }
  return component;
}

/** BuildKit reads SOURCE_DATE_EPOCH of the global scope. */
function checkEpoch(dockerfile: Dockerfile, report: (error: FoundError) => void): void {
  const { preamble } = dockerfile;
  if (!preamble.some((instruction) => instruction.keyword === 'ARG')) return;
  const declaration = preamble
    .flatMap((instruction) => (instruction.keyword === 'ARG' ? instruction.declarations : []))
    .findLast(({ name }) => name === 'SOURCE_DATE_EPOCH');
  const value = declaration?.value === undefined ? undefined : dockerfile.valueOf(declaration.value);
  if (declaration?.value === undefined || value === undefined || value === '' || value === 'context') return;
  if (/^[+-]?[0-9]+$/.test(value)) return;
  const stage = dockerfile.stageByName(value);
  if (stage !== undefined && isRemoteAdd(stage)) return;
  report({
    id: 'invalid-source-date-epoch',
    at: declaration.value.span(0, declaration.value.text.length),
    message:
      stage === undefined
        ? `${quote(value)} is no date. Write seconds since 1970, 'context' or the name of a stage.`
        : `The stage ${quote(value)} gives no date. It must be 'FROM scratch' with one ADD of a remote source.`,
  });
}

function isRemoteAdd(stage: Stage): boolean {
  if (!stage.isScratch) return false;
  const others = stage.instructions.filter(({ keyword }) => keyword !== 'ARG');
  const [add] = others;
  if (others.length !== 1 || add?.keyword !== 'ADD') return false;
  const [source] = add.sources;
  return add.sources.length === 1 && source !== undefined && remoteSource(source.text) !== undefined;
}
