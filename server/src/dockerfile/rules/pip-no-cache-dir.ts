import type { Command } from '../../shell/command.ts';
import { pipInstall, removes } from '../../shell/packageManagers.ts';
import type { Script } from '../../shell/script.ts';
import type { DockerfileFile } from '../model/file.ts';
import { Inherited } from '../model/inherited.ts';
import type { Env, Run } from '../model/instructions.ts';
import { staysInImage } from '../model/layers.ts';
import { unquote } from '../model/quotes.ts';
import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const truthy = ['1', 'true', 'True', 'TRUE', 'on', 'On', 'ON', 'yes', 'Yes', 'YES'];

export const pipNoCacheDir = dockerfileRule({
  id: 'pip-no-cache-dir',
  summary: 'pip install does not leave its download cache in the layer.',
  why: 'The cache only helps the next pip install, which a finished layer never sees; it often is as big as the packages themselves.',
  category: 'size',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3042'],
  examples: [
    {
      bad: 'FROM python:3.13\nRUN «pip install» flask\n',
      good: 'FROM python:3.13\nRUN pip install --no-cache-dir flask\n',
    },
    {
      bad: 'FROM python:3.13\nRUN «python3 -m pip install» -r requirements.txt\n',
      good: 'FROM python:3.13\nENV PIP_NO_CACHE_DIR=1\nRUN python3 -m pip install -r requirements.txt\n',
      unfixed: true,
    },
  ],
  check(file, report, options) {
    const { exact } = options;
    const executions = executionsOf(file, options);
    const programs = [...executions.programs].filter((name) => name.startsWith('pip') || name.startsWith('python'));
    if (programs.length === 0) return;
    const off = runsWithoutCache(file, exact);
    const reportOnce = reportIn(file, report, options);
    for (const program of programs) {
      for (const { run, command } of executions.of(program)) {
        const install = pipInstall(command, exact);
        if (install === undefined || program.includes('pipx')) continue;
        if (command.hasAnyArgument('--no-cache-dir') || off.has(run)) continue;
        if (run.volatileTargets.some((target) => target.includes('.cache/pip'))) continue;
        if (saysNoCache(executions.scriptOf(run).text)) continue;
        if (
          !exact &&
          (cachesElsewhere(run) ||
            removesCache(executions.scriptOf(run), command) ||
            !staysInImage(file.model, run, exact))
        )
          continue;
        reportOnce(run, {
          at: command.through(install.verb),
          message: "'pip install' leaves its download cache in the layer. Add '--no-cache-dir'.",
          fixes: () => {
            const edits = [insertArgument(run, install.verb, '--no-cache-dir')];
            return [{ title: "Add '--no-cache-dir'", safe: true, edits }];
          },
        });
      }
    }
  },
});

/** RUN instructions for which an ENV turns the cache off. hadolint does not see an ENV outside ONBUILD from inside it. */
function runsWithoutCache({ model }: DockerfileFile, exact: boolean): ReadonlySet<Run> {
  const off = new Set<Run>();
  const isOff = new Inherited(false, exact);
  let isOffInTriggers = false;
  for (const instruction of model.select('FROM', 'ENV', 'RUN', 'ONBUILD')) {
    const trigger = instruction.keyword === 'ONBUILD' ? instruction.trigger : undefined;
    if (instruction.keyword === 'FROM') isOff.enter(instruction);
    else if (instruction.keyword === 'ENV') isOff.value = stated(instruction) ?? isOff.value;
    else if (instruction.keyword === 'RUN' && isOff.value) off.add(instruction);
    else if (trigger?.keyword === 'ENV') isOffInTriggers = stated(trigger) ?? isOffInTriggers;
    else if (trigger?.keyword === 'RUN' && (isOffInTriggers || (!exact && isOff.value))) off.add(trigger);
  }
  return off;
}

/** What an ENV says about the cache. */
function stated(env: Env): boolean | undefined {
  const pair = env.pairs.findLast(({ key }) => key.text === 'PIP_NO_CACHE_DIR');
  return pair && truthy.includes(unquote(pair.value?.text ?? ''));
}

function saysNoCache(text: string): boolean {
  const name = 'PIP_NO_CACHE_DIR=';
  const index = text.indexOf(name);
  if (index === -1) return false;
  const value = text.slice(index + name.length).replace(/^["']/, '');
  return truthy.some((word) => value.startsWith(word));
}

/** A cache mount at another place than the default is what the cache was moved to. */
function cachesElsewhere({ volatileTargets }: Run): boolean {
  return volatileTargets.some((target) => /pip|\.cache\/?$/.test(target));
}

/** A command behind the installation empties the cache, or the folder that it is in. */
function removesCache(script: Script, install: Command): boolean {
  const isBehind = ({ shape }: Command) => shape.start > install.shape.start;
  return (
    script.named('rm').some((command) => isBehind(command) && removes(command, /\/\.cache(?:\/(?:\*|pip\/?\*?)?)?$/)) ||
    script.named(install.name).some((command) => {
      return isBehind(command) && command.hasAnyArgument('cache') && command.hasAnyArgument('purge');
    })
  );
}
