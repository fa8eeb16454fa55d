import { placeAt, shellRule } from '../shellRule.ts';

export const shellSudoRedirect = shellRule({
  id: 'shell-sudo-redirect',
  summary: 'A redirection behind sudo is not done as another user.',
  why: 'The shell opens the file before sudo starts, as the user it runs as.',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['shellcheck/SC2024'],
  examples: [
    {
      bad: 'FROM debian:12\nUSER app\nRUN sudo echo on «>» /etc/app.conf\n',
      good: 'FROM debian:12\nUSER app\nRUN echo on | sudo tee /etc/app.conf\n',
      unfixed: true,
    },
  ],
  find(facts, report) {
    for (const { node, entry } of facts.named('sudo')) {
      for (const redirect of node.redirects) {
        if (redirect.type !== 'Redirect' || !/^(?:<|&?>|>>)$/.test(redirect.operator)) continue;
        const { descriptor, target, pos } = redirect;
        if (descriptor !== undefined || target === undefined || target.value === '/dev/null') continue;
        const isInput = redirect.operator === '<';
        report({
          at: placeAt(pos, pos + redirect.operator.length, entry.frame),
          message: isInput
            ? "The file is opened before 'sudo' runs. Use 'sudo cat file | …'."
            : "The file is opened before 'sudo' runs. Use '… | sudo tee file'.",
        });
      }
    }
  },
});
