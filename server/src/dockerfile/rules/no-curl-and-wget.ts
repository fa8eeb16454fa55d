import type { Stage } from '../model/stage.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const noCurlAndWget = dockerfileRule({
  id: 'no-curl-and-wget',
  summary: 'A stage downloads with either curl or wget, not both.',
  why: 'The second program does nothing that the first cannot do, but it takes space and needs updates.',
  category: 'size',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL4001'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN curl -fsSLO https://example.com/a\nRUN «wget» -nv https://example.com/b\n',
      good: 'FROM debian:12\nRUN curl -fsSLO https://example.com/a\nRUN curl -fsSLO https://example.com/b\n',
    },
  ],
  check(file, report, options) {
    const executions = executionsOf(file, options);
    const both = [...executions.of('curl'), ...executions.of('wget')].sort(
      (a, b) => a.run.span.start - b.run.span.start || a.command.span.start - b.command.span.start,
    );
    const reportOnce = reportIn(file, report, options);
    const used = new Map<Stage | 'ONBUILD' | undefined, Set<string>>();
    for (const { run, command } of both) {
      const place = options.exact && run.isTrigger ? 'ONBUILD' : run.stage;
      const programs = used.get(place) ?? new Set();
      used.set(place, programs.add(command.name));
      if (programs.size < 2) continue;
      reportOnce(run, {
        at: command.nameSpan,
        message: `This stage downloads with 'curl' and with 'wget'. Use one of them for everything.`,
      });
    }
  },
});
