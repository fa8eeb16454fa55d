import { runsAsRoot } from '../../image/knownImages.ts';
import { quote } from '../../text/quote.ts';
import { dockerfileRule } from '../rule.ts';

export const finalStageRoot = dockerfileRule({
  id: 'final-stage-root',
  summary: 'The final image does not run as root.',
  why: 'Whoever breaks into a process that runs as root is root in the container, and one kernel bug away from being it on the machine.',
  category: 'security',
  severity: 'warning',
  recommended: false,
  fixable: false,
  near: ['hadolint/DL3002'],
  examples: [
    { bad: '«FROM» node:24\nCMD ["node", "app.js"]\n', good: 'FROM node:24\nUSER node\nCMD ["node", "app.js"]\n' },
    { bad: 'FROM alpine\nUSER app\nUSER «root»\n', good: 'FROM gcr.io/distroless/static-debian12:nonroot\n' },
  ],
  check({ model }, report) {
    const { finalStage } = model;
    if (finalStage === undefined) return;
    const user = finalStage.effective('USER');
    if (user !== undefined) {
      const { value } = user;
      const name = model.valueOf(value);
      if (name === undefined || !/^(?:root|0)?(?::|$)/.test(name)) return;
      report({
        at: value.span(0, value.text.length),
        message: `The container runs as ${quote(name)}. Switch to another user at the end of the stage.`,
      });
      return;
    }
    const { root, from } = finalStage;
    if (!root.isScratch && (root.image === undefined || runsAsRoot(root.image) !== true)) return;
    report({
      at: from.keywordSpan,
      message: `The container runs as root, which ${quote(root.baseText ?? '')} begins with. Add a USER.`,
    });
  },
});
