import type { Fix } from '../../lint/rule.ts';
import type { Command } from '../../shell/command.ts';
import { apk, removes, verbOf } from '../../shell/packageManagers.ts';
import type { Script } from '../../shell/script.ts';
import type { Run } from '../model/instructions.ts';
import { staysInImage } from '../model/layers.ts';
import { insertArgument, removeCommand } from '../model/runEdits.ts';
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
    {
      bad: 'FROM alpine:3.22\nRUN «apk update» && apk add --no-cache curl\n',
      good: 'FROM alpine:3.22\nRUN apk add --no-cache curl\n',
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const isCleaned = oncePerRun((run) => removesCache(executions.scriptOf(run)));
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executions.of('apk')) {
      const verb = verbOf(command, apk, exact ? ['add'] : ['add', 'update'], exact);
      if (verb === undefined || command.hasFlag('no-cache') || isKeptElsewhere(run, exact)) continue;
      if (!exact && (isCleaned(run) || !staysInImage(file.model, run, exact))) continue;
      if (verb.text === 'update') {
        if (!isNeedless(executions.scriptOf(run).named('apk'))) continue;
        report({
          at: command.through(verb),
          message:
            "'apk update' leaves its package index in the layer, and 'apk add --no-cache' needs none. Remove it.",
          fixes: () => removalOf(command, run),
        });
        continue;
      }
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

/** All others fetch an index for themselves. */
function isNeedless(commands: readonly Command[]): boolean {
  const others = commands.filter((command) => verbOf(command, apk, ['update'], false) === undefined);
  return (
    others.length > 0 &&
    others.every((command) => verbOf(command, apk, ['add', 'upgrade'], false) && command.hasFlag('no-cache'))
  );
}

function removalOf(command: Command, run: Run): readonly Fix[] {
  const edit = removeCommand(command, run);
  return edit === undefined ? [] : [{ title: "Remove 'apk update'", safe: true, edits: [edit] }];
}
