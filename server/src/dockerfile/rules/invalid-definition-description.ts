import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';
import { insertBefore } from '../model/fileEdits.ts';
import type { Arg, From } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const invalidDefinitionDescription = dockerfileRule({
  id: 'invalid-definition-description',
  summary: 'A comment above a stage or ARG describes it by its name, or stands apart.',
  why: "'docker build --call=outline' shows a comment as the description of a stage or ARG when it begins with the name; any other comment there may be one that was meant to.",
  category: 'style',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['buildkit/InvalidDefinitionDescription'],
  severityIn: { buildkit: 'off' },
  examples: [
    {
      bad: '# the version of the base\nARG «VERSION»=3.22\nFROM alpine:$VERSION\n',
      good: '# the version of the base\n#\nARG VERSION=3.22\nFROM alpine:$VERSION\n',
    },
    {
      bad: '# Builds everything.\nFROM alpine AS «build»\n',
      good: '# build builds everything.\nFROM alpine AS build\n',
      unfixed: true,
    },
  ],
  check({ model }, report) {
    for (const instruction of [...model.all('ARG'), ...model.all('FROM')]) {
      const last = instruction.node.comments.at(-1);
      if (last === undefined) continue;
      const [first, ...others] = namesOf(instruction);
      // Of an indented comment BuildKit keeps the sign, which is no name.
      const word = last.indented ? '#' : last.text.split(/\s/, 1)[0];
      if (first === undefined || [first, ...others].some(({ name }) => name === word)) continue;
      report({
        at: first.at,
        message: `The comment above does not begin with ${quote(first.name)}, so it does not describe it. Begin with the name, or put an empty comment line between.`,
        related: [{ at: last.span, message: 'The comment.' }],
        fixes: () => [{ title: 'Insert an empty comment line', safe: false, edits: [insertBefore(instruction, '#')] }],
      });
    }
  },
});

function namesOf(instruction: Arg | From): readonly { readonly name: string; readonly at: Span }[] {
  if (instruction.keyword === 'ARG')
    return instruction.declarations.map(({ name, nameSpan }) => ({ name, at: nameSpan }));
  const { stageName } = instruction;
  return stageName === undefined ? [] : [{ name: stageName.name, at: stageName.span }];
}
