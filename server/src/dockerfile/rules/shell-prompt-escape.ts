import { placeAt, shellRule } from '../shellRule.ts';

export const shellPromptEscape = shellRule({
  id: 'shell-prompt-escape',
  summary: 'Colours in a prompt stand in \\[ and \\].',
  why: 'Else the shell counts them as visible text and breaks long lines at the wrong place.',
  severity: 'info',
  recommended: false,
  fixable: false,
  same: ['shellcheck/SC2025'],
  examples: [
    {
      bad: "FROM debian:12\nRUN PS1=«'\\e[32m$ '» bash -c true\n",
      good: "FROM debian:12\nRUN PS1='\\[\\e[32m\\]$ ' bash -c true\n",
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, frame } of facts.all('Assignment')) {
      if (!/^PS[1-4]$/.test(node.name) || node.value.type !== 'Word') continue;
      const outside = node.value.text.replace(/\\\[.*?\\\]/g, '');
      if (!/\\(?:e|033|x1[bB]|E)/.test(outside)) continue;
      report({ at: placeAt(node.value.pos, node.value.end, frame), message: "Put colours into '\\[' and '\\]'." });
    }
  },
});
