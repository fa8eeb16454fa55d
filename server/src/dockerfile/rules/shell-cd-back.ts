import { shellRule } from '../shellRule.ts';

export const shellCdBack = shellRule({
  id: 'shell-cd-back',
  summary: 'A command that runs in another folder is put into a subshell.',
  why: 'When the first cd fails, cd .. leaves the folder that the script was in.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2103'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN cd src; make; «cd ..»\n',
      good: 'FROM debian:12\nRUN (cd src && make)\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    if (facts.exitsOnError) return;
    for (const { node, parent, frame } of facts.lists) {
      if (parent?.node.type === 'CaseItem') continue;
      let isInside = false;
      for (const { command } of node.commands) {
        const cd = command.type === 'Command' ? facts.commandAt(command) : undefined;
        if (cd?.program !== 'cd') continue;
        const target = cd.args.find(({ text }) => text === '-' || !text.startsWith('-'))?.text;
        const isBack = target === '..' || target === '-';
        if (isBack && isInside) {
          report({
            at: { start: cd.node.pos, end: cd.node.end, frame },
            message: "Use a subshell '(cd … && …)' so that there is no way back to find.",
          });
        }
        isInside = !isBack;
      }
    }
  },
});
