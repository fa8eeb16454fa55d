import type { ErrorFacts } from '../../lint/linted.ts';
import type { Instruction, Onbuild } from '../model/instructions.ts';
import { checkArguments, checkPairs, reportElements } from './arguments.ts';
import type { Check } from './found.ts';

export const onbuildFacts: readonly ErrorFacts[] = [
  {
    id: 'forbidden-trigger',
    summary: 'ONBUILD cannot hold ONBUILD, FROM or MAINTAINER.',
    why: 'A trigger runs inside a stage of the image that is built on this one, where these have no meaning, so a build fails.',
    examples: [
      { bad: 'FROM alpine\nONBUILD «ONBUILD» RUN make\n', good: 'FROM alpine\nONBUILD RUN make\n' },
      { bad: 'FROM alpine\nONBUILD «FROM» debian\n', good: 'FROM alpine\nONBUILD RUN make\n' },
    ],
  },
];

/** What a build refuses when it reads ONBUILD; the trigger itself is looked at only where it runs. */
export function checkOnbuild({ trigger }: Onbuild, check: Check): void {
  if (trigger === undefined) return;
  const { keyword, keywordSpan, node } = trigger;
  if (keyword === 'ONBUILD' || keyword === 'FROM' || keyword === 'MAINTAINER') {
    const next = keyword === 'ONBUILD' ? trigger.trigger?.keywordSpan : undefined;
    check.report({
      id: 'forbidden-trigger',
      at: keywordSpan,
      message: `'${node.keywordText}' cannot stand behind ONBUILD. ${keyword === 'ONBUILD' ? 'Write ONBUILD once.' : 'Remove it.'}`,
      ...(next && {
        fixes: () => [
          {
            title: 'Remove this ONBUILD',
            safe: false,
            edits: [{ at: { start: keywordSpan.start, end: next.start }, newText: '' }],
          },
        ],
      }),
    });
    return;
  }
  checkLineShape(trigger, check);
}

/** The part of an instruction's checks that the reader of lines makes, and so makes for triggers too. */
function checkLineShape(trigger: Instruction, check: Check): void {
  const ids = new Set(['non-string-json-element', 'missing-value', 'missing-equals']);
  const lineCheck: Check = {
    value: () => undefined,
    workdirDepth: undefined,
    isWindows: check.isWindows,
    isStage: (name) => check.isStage(name),
    report: (error) => {
      if (ids.has(error.id)) check.report(error);
    },
  };
  if (!checkArguments(trigger, lineCheck)) return;
  if (trigger.keyword === 'HEALTHCHECK' && trigger.exec !== undefined) reportElements(trigger.exec, lineCheck);
  if (trigger.keyword === 'ENV' || trigger.keyword === 'LABEL') checkPairs(trigger, lineCheck);
}
