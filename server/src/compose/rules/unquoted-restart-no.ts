import { composeRule } from '../rule.ts';

export const unquotedRestartNo = composeRule({
  id: 'unquoted-restart-no',
  summary: "The restart policy 'no' should be quoted.",
  why: "YAML 1.1 readers take an unquoted 'no' for false; other tools then find no policy at all.",
  category: 'style',
  severity: 'style',
  recommended: false,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    restart: «no»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    restart: "no"\n',
    },
  ],
  check({ model }, report) {
    for (const service of model.services) {
      const restart = service.text('restart');
      if (restart?.style !== 'plain' || restart.value !== 'no') continue;
      const edits = [{ at: restart.at, newText: '"no"' }];
      report({
        at: restart.at,
        message: "Some YAML readers take 'no' for false. Quote it.",
        fixes: () => [{ title: "Quote 'no'", safe: true, edits }],
      });
    }
  },
});
