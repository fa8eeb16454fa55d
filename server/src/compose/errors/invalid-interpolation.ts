import type { Fix } from '../../lint/rule.ts';
import type { InvalidExpression } from '../model/interpolation.ts';
import { parseInterpolation } from '../model/interpolation.ts';
import { scalarValues } from '../model/scalars.ts';
import { composeError } from './error.ts';

export const invalidInterpolation = composeError({
  id: 'invalid-interpolation',
  summary: 'Variable expressions must follow the grammar of Compose.',
  why: "Compose refuses '${…}' that it cannot read; a dollar sign that is meant for the container is written '$$'.",
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:«${TAG:1.27}»\n',
      good: 'services:\n  web:\n    image: nginx:${TAG:-1.27}\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    command: echo «${#ITEMS[@]}»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    command: echo $${#ITEMS[@]}\n',
    },
    { bad: 'services:\n  web:\n    image: nginx:«${TAG»\n', good: 'services:\n  web:\n    image: nginx:${TAG}\n' },
  ],
  check({ text, tree }, report) {
    for (const scalar of scalarValues(tree)) {
      for (const invalid of parseInterpolation(scalar.value).invalid) {
        const at = scalar.spanOf(text, invalid.start, invalid.end);
        const expression = scalar.value.slice(invalid.start, invalid.end).split('\n', 1)[0]?.trimEnd() ?? '';
        const isMapped = scalar.content(text) !== undefined;
        report({
          at,
          message: `${problem(expression, invalid)} Write '$$' for a dollar sign that the container is to see.`,
          fixes: () => (isMapped ? [doubled(at.start)] : []),
        });
      }
    }
  },
});

function problem(expression: string, { reason }: InvalidExpression): string {
  switch (reason) {
    case 'unclosed':
      return `'${expression}' has no closing brace.`;
    case 'name':
      return `'${expression}' does not begin with a variable name.`;
    default:
      return `'${expression}' needs one of ':-', '-', ':?', '?', ':+' and '+' behind the name.`;
  }
}

function doubled(offset: number): Fix {
  return { title: "Write '$$'", safe: false, edits: [{ at: { start: offset, end: offset }, newText: '$' }] };
}
