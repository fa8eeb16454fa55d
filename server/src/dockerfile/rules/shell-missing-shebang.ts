import { lineBreakOf } from '../../text/edit.ts';
import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

/** An octal mode with an execute bit, or a symbolic one that gives it. */
const EXECUTABLE_MODE = /^[0-7]*[1357][0-7]{0,2}$|[+=][rwst]*[xX]/;

export const shellMissingShebang = dockerfileRule({
  id: 'shell-missing-shebang',
  summary: "A script that is written into the image begins with '#!'.",
  why: "The kernel does not start a file without it: 'exec format error'. Where a shell starts it, it is a guess which shell reads it.",
  category: 'shell',
  severity: 'warning',
  recommended: true,
  fixable: true,
  near: ['shellcheck/SC2148'],
  examples: [
    {
      bad: 'FROM debian:12\nCOPY --chmod=755 «<<EOF» /usr/local/bin/start\nexec server --port 80\nEOF\n',
      good: 'FROM debian:12\nCOPY --chmod=755 <<EOF /usr/local/bin/start\n#!/bin/sh\nexec server --port 80\nEOF\n',
    },
    {
      bad: 'FROM debian:12\nCOPY «<<"EOF"» /entrypoint.sh\nset -e\nexec "$@"\nEOF\n',
      good: 'FROM debian:12\nCOPY <<"EOF" /entrypoint.sh\n#!/bin/sh\nset -e\nexec "$@"\nEOF\n',
    },
  ],
  check(file, report) {
    for (const instruction of file.model.all('COPY')) {
      if (instruction.heredocs.length === 0) continue;
      const target = instruction.destination?.text ?? '';
      const isExecutable = EXECUTABLE_MODE.test(instruction.flag('chmod')?.value?.text ?? '');
      for (const { heredoc } of instruction.sources) {
        if (heredoc === undefined) continue;
        const name = target.endsWith('/') ? target + heredoc.name : target;
        if (!isExecutable && !name.endsWith('.sh')) continue;
        const { text } = instruction.node.heredocText(heredoc);
        if (text.trim() === '' || text.startsWith('#!')) continue;
        const { start } = heredoc.body;
        report({
          at: heredoc.marker,
          message: `${quote(name)} is a script without '#!' on its first line. Say which program reads it.`,
          fixes: () => [
            {
              title: "Insert '#!/bin/sh'",
              safe: false,
              edits: [
                {
                  at: { start, end: start },
                  newText: `${heredoc.chomp ? '\t' : ''}#!/bin/sh${lineBreakOf(file.text)}`,
                },
              ],
            },
          ],
        });
      }
    }
  },
});
