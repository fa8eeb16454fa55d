import { placeOf, shellRule } from '../shellRule.ts';

export const shellCdUnchecked = shellRule({
  id: 'shell-cd-unchecked',
  summary: 'A failing cd ends the script.',
  why: 'When cd fails, the commands behind it run in the wrong folder.',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['shellcheck/SC2164'],
  examples: [
    { bad: 'FROM debian:12\nRUN «cd /src»; make\n', good: 'FROM debian:12\nRUN cd /src || exit; make\n' },
    {
      bad: 'FROM debian:12\nRUN <<EOF\n«cd build»\nmake\nEOF\n',
      good: 'FROM debian:12\nRUN <<EOF\ncd build || exit\nmake\nEOF\n',
    },
    {
      bad: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN «cd /src»; make\n',
      good: 'FROM debian:12\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN cd /src; make\n',
      unfixed: true,
    },
    {
      bad: 'FROM debian:12\nRUN <<EOF\n#!/bin/bash\n«cd build»\nmake\nEOF\n',
      good: 'FROM debian:12\nRUN <<EOF\n#!/bin/bash -e\ncd build\nmake\nEOF\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.exitsOnError) return;
    for (const { program, args, node, entry, wrappers } of facts.named('cd', 'pushd', 'popd')) {
      if (wrappers.length > 0 || args.some(({ text }) => /^(?:\.\.?\/?)+$|^\/+$/.test(text))) continue;
      if (facts.isChecked(entry)) continue;
      report({
        at: placeOf(entry),
        message: `When '${program}' fails, what follows runs in the wrong folder. Write '${program} … || exit' or '&&'.`,
        fixes: () => [
          { title: "Add '|| exit'", safe: true, edits: [{ start: node.end, end: node.end, newText: ' || exit' }] },
        ],
        // A RUN whose last command fails, fails itself.
        ...(facts.isLast(entry) && { exactOnly: true }),
      });
    }
  },
});
