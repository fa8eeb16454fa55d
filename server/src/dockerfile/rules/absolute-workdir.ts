import type { Fix } from '../../lint/rule.ts';
import { quote } from '../../text/quote.ts';
import type { Workdir } from '../model/instructions.ts';
import { isAbsolutePath } from '../model/paths.ts';
import { unquote } from '../model/quotes.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const absoluteWorkdir = dockerfileRule({
  id: 'absolute-workdir',
  summary: 'WORKDIR is an absolute path.',
  why: 'A relative path depends on every WORKDIR before it, those of the base image included.',
  category: 'correctness',
  severity: 'warning',
  recommended: false,
  fixable: true,
  same: ['hadolint/DL3000'],
  near: ['buildkit/WorkdirRelativePath'],
  severityIn: { hadolint: 'error' },
  examples: [
    { bad: 'FROM debian:12\nWORKDIR «app»\n', good: 'FROM debian:12\nWORKDIR /app\n' },
    {
      bad: 'FROM debian:12\nWORKDIR /srv\nWORKDIR «"app"»\n',
      good: 'FROM debian:12\nWORKDIR /srv\nWORKDIR "/srv/app"\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const workdir of file.model.all('WORKDIR')) {
      const { value } = workdir;
      if (value.text === '' || isAbsolutePath(unquote(value.text))) continue;
      reportOnce(workdir, {
        at: value.span(0, value.text.length),
        message: `${quote(unquote(value.text))} is a relative path. Write the whole path, from '/' on.`,
        fixes: () => [fix(workdir)],
      });
    }
  },
});

function fix(workdir: Workdir): Fix {
  const { value } = workdir;
  const before = folderBefore(workdir);
  const path = unquote(value.text).replace(/^(?:\.\/)+/, '');
  const skipped = value.text.indexOf(path, /^["']*/.exec(value.text)?.[0].length ?? 0);
  const start = /^["']*/.exec(value.text)?.[0].length ?? 0;
  const prefix = before.endsWith('/') ? before : `${before}/`;
  const edits = [{ at: { start: value.at(start), end: value.at(skipped) }, newText: prefix }];
  return { title: `Change to ${quote(prefix + path)}`, safe: false, edits };
}

/** The absolute WORKDIR that is in force here as far as it is written down plainly. */
function folderBefore(workdir: Workdir): string {
  const others = workdir.stage?.all('WORKDIR') ?? [];
  const last = others[others.indexOf(workdir) - 1]?.value.text;
  return last?.startsWith('/') && !/["'\\$]/.test(last) ? last : '/';
}
