import { composeRule } from '../rule.ts';

const known = /^(?:ro|rw|nocopy|z|Z|r?private|r?shared|r?slave|\$.*)$/;
const withoutEffect = /^(?:cached|delegated|consistent)$/;

export const unknownMountOption = composeRule({
  id: 'unknown-mount-option',
  summary: 'Mounts should have only options that Compose knows.',
  why: "Compose silently ignores other options, so a misspelt 'ro' leaves a mount writable.",
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/srv:«readonly»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/srv:ro\n',
      unfixed: true,
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/srv:«cached»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./html:/srv\n',
    },
  ],
  check({ model, text }, report) {
    for (const service of model.services) {
      for (const { node, mount } of service.volumes) {
        if (!mount || node.kind !== 'scalar') continue;
        mount.options.forEach((option, index) => {
          if (known.test(option.text)) return;
          const at = option.end > option.start ? node.spanOf(text, option.start, option.end) : node.at;
          if (!withoutEffect.test(option.text)) {
            report({
              at,
              message: `Compose ignores the mount option '${option.text}'. Use options such as 'ro', 'z' or 'nocopy'.`,
            });
            return;
          }
          report({
            at,
            message: `The mount option '${option.text}' has no effect any more. Remove it.`,
            tag: 'unnecessary',
            fixes: () => {
              const start = option.start - 1;
              // The comma behind the first of several options goes with it, its colon stays.
              const cut =
                index === 0 && mount.options.length > 1 ? [option.start, option.end + 1] : [start, option.end];
              const removed = node.spanOf(text, cut[0] ?? start, cut[1] ?? option.end);
              return [{ title: `Remove '${option.text}'`, safe: true, edits: [{ at: removed, newText: '' }] }];
            },
          });
        });
      }
    }
  },
});
