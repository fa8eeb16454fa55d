import { asMapping, type Mapping, type Scalar } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const unquotedNumber = composeRule({
  id: 'unquoted-number',
  summary: 'Values that change when they are read as numbers must be quoted.',
  why: "YAML reads '3.10' as 3.1, '010' as 8 and '1e3' as 1000, and that is what the container gets.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    build:\n      context: .\n      args:\n        PYTHON_VERSION: «3.10»\n    environment:\n      UMASK: «022»\n',
      good: 'services:\n  web:\n    build:\n      context: .\n      args:\n        PYTHON_VERSION: "3.10"\n    environment:\n      UMASK: "022"\n',
    },
  ],
  check({ model }, report) {
    const check = (mapping: Mapping | undefined): void => {
      for (const { value } of mapping?.effective ?? []) {
        if (value.kind !== 'scalar' || value.style !== 'plain' || value.tag) continue;
        const read = changed(value);
        if (read === undefined) continue;
        const edits = [{ at: value.at, newText: `"${value.value}"` }];
        report({
          at: value.at,
          message: `'${value.value}' is read as the number ${read}. Quote it.`,
          fixes: () => [{ title: `Quote '${value.value}'`, safe: false, edits }],
        });
      }
    };
    for (const service of model.services) {
      for (const key of ['environment', 'labels', 'annotations', 'sysctls']) check(service.mapping(key));
      const build = service.mapping('build');
      check(asMapping(build?.value('args')));
      check(asMapping(build?.value('labels')));
    }
  },
});

/** What a value becomes when it is read as a number, if that is written otherwise. */
function changed(value: Scalar): string | undefined {
  if (value.type !== 'integer' && value.type !== 'number') return undefined;
  if (/^(?:0|-?[1-9]\d*)$/.test(value.value)) return undefined;
  const digits = value.value.replaceAll('_', '');
  const octal = /^([-+]?)0([0-7]+)$/.exec(digits);
  const number = octal ? Number(`${octal[1]}${Number.parseInt(octal[2] ?? '0', 8)}`) : Number(digits);
  // Go prints large and small floating-point numbers with an exponent, which is a change too.
  if (Number.isNaN(number) || String(number) === value.value) return undefined;
  return Math.abs(number) < 1e21 ? String(number) : number.toExponential();
}
