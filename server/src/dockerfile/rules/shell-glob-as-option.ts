import { shellRule } from '../shellRule.ts';

export const shellGlobAsOption = shellRule({
  id: 'shell-glob-as-option',
  summary: 'Wildcards that names may begin with are written ./*.',
  why: 'A file whose name begins with a dash is taken for an option.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2035'],
  examples: [{ bad: 'FROM debian:12\nRUN rm -rf «*».log\n', good: 'FROM debian:12\nRUN rm -rf ./*.log\n' }],
  find(facts, report) {
    for (const { name, args, entry } of facts.commands) {
      if (name === 'echo' || name === 'printf' || name === '[') continue;
      for (const { node, text } of args) {
        if (text === '--') break;
        const part = node?.type === 'Word' ? node.parts?.[0] : undefined;
        if (part?.type !== 'Glob' || part.kind === 'bracket') continue;
        report({
          at: { start: part.pos, end: part.end, frame: entry.frame },
          message: `A name that begins with '-' becomes an option. Write './${part.text}'.`,
          fixes: () => [
            {
              title: `Write './${part.text}'`,
              safe: true,
              edits: [{ start: part.pos, end: part.pos, newText: './', isBefore: true }],
            },
          ],
        });
      }
    }
  },
});
