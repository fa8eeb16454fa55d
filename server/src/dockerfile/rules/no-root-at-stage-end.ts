import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { User } from '../model/instructions.ts';
import { isImage } from '../model/layers.ts';
import { unquote } from '../model/quotes.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const noRootAtStageEnd = dockerfileRule({
  id: 'no-root-at-stage-end',
  summary: 'The last USER of a stage is not root.',
  why: 'What the image starts would run as root, and whoever breaks out of it would be root on the host.',
  category: 'security',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3002'],
  examples: [
    {
      bad: 'FROM debian:12\nUSER «root»\nRUN apt-get update\n',
      good: 'FROM debian:12\nUSER root\nRUN apt-get update\nUSER app\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const stage of file.model.stages) {
      const user = options.exact || isImage(stage) ? stage.last('USER') : undefined;
      if (user === undefined || !isRoot(options.exact ? user.value.text : valueOfUser(user, file.model))) continue;
      const { value } = user;
      reportOnce(user, {
        at: value.span(0, value.text.length),
        message: `${quote(value.text)} is the last user of this stage. Go back to another one at its end.`,
      });
    }
  },
});

function valueOfUser({ value }: User, model: Dockerfile): string {
  return unquote(model.valueOf(value) ?? '');
}

function isRoot(user: string): boolean {
  return /^(?:root|0)(?::|$)/.test(user);
}
