import { apk, removes, verbOf } from '../../shell/packageManagers.ts';
import type { Script } from '../../shell/script.ts';
import type { Run } from '../model/instructions.ts';
import { staysInImage } from '../model/layers.ts';
import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, oncePerRun, reportIn } from '../rule.ts';

export const apkNoCache = dockerfileRule({
  id: 'apk-no-cache',
  summary: 'apk add does not leave its package index in the layer.',
  why: 'With --no-cache apk fetches a fresh index and keeps none of it, so no update before and no cleaning behind are needed.',
  category: 'size',
  severity: 'info',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3019'],
  examples: [
    {
      bad: 'FROM alpine:3.22\nRUN «apk add» curl\n',
      good: 'FROM alpine:3.22\nRUN apk add --no-cache curl\n',
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const isCleaned = oncePerRun((run) => removesCache(executions.scriptOf(run)));
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executions.of('apk')) {
      const verb = verbOf(command, apk, ['add'], exact);
      if (verb === undefined || command.hasFlag('no-cache') || isKeptElsewhere(run, exact)) continue;
      if (!exact && (isCleaned(run) || !staysInImage(file.model, run, exact))) continue;
      reportOnce(run, {
        at: command.through(verb),
        message: "'apk add' leaves its package index in the layer. Add '--no-cache'.",
        fixes: () => [{ title: "Add '--no-cache'", safe: true, edits: [insertArgument(run, verb, '--no-cache')] }],
      });
    }
  },
});

function isKeptElsewhere({ volatileTargets }: Run, exact: boolean): boolean {
  return volatileTargets.some(
    (target) =>
      target.includes('/var/cache/apk') || (!exact && (target === '/etc/apk/cache' || target === '/var/cache')),
  );
}

function removesCache(script: Script): boolean {
  return script.named('rm').some((command) => removes(command, /^\/var\/cache\/(?:apk(?:\/|$)|\*|$)/));
}
