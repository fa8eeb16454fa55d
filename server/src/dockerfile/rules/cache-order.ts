import { type DependencyInstall, dependencyInstall, dependencyPrograms } from '../../shell/dependencies.ts';
import { quote } from '../../text/quote.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import type { Execution } from '../model/executions.ts';
import type { PathArgument } from '../model/instructions.ts';
import type { Stage } from '../model/stage.ts';
import { dockerfileRule } from '../rule.ts';

export const cacheOrder = dockerfileRule({
  id: 'cache-order',
  summary: 'Dependencies are installed before the rest of the sources is copied.',
  why: 'A layer is built anew when anything before it changed. Behind a copy of everything that is every change of any file, so each build installs all dependencies again.',
  category: 'cache',
  severity: 'info',
  recommended: true,
  fixable: false,
  examples: [
    {
      bad: 'FROM node:24\nWORKDIR /app\nCOPY «.» .\nRUN npm ci\n',
      good: 'FROM node:24\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\n',
    },
    {
      bad: 'FROM python:3.13\nADD «./» /app\nRUN pip install -r /app/requirements.txt\n',
      good: 'FROM python:3.13\nCOPY requirements.txt /app/\nRUN pip install -r /app/requirements.txt\nCOPY . /app\n',
    },
  ],
  check({ model }, report) {
    const copied = wholeCopies(model);
    if (copied.size === 0) return;
    for (const [stage, { run, command, install }] of firstInstalls(model)) {
      const source = copied.get(stage);
      // What is kept in a cache mount is not fetched again.
      if (source === undefined || run.span.start < source.span.start || run.volatileTargets.length > 0) continue;
      report({
        at: source.span,
        message: `Any change of any file makes ${quote(install.what)} run again. Copy ${install.manifests} first, install, and copy the rest behind it.`,
        related: [{ at: command.nameSpan, message: 'The installation.' }],
      });
    }
  },
});

/** The first source of each stage that is all of the build context. */
function wholeCopies(model: Dockerfile): ReadonlyMap<Stage, PathArgument> {
  const found = new Map<Stage, PathArgument>();
  for (const instruction of [...model.all('COPY'), ...model.all('ADD')]) {
    const { stage } = instruction;
    if (stage === undefined || (instruction.keyword === 'COPY' && instruction.from !== undefined)) continue;
    const source = instruction.sources.find(({ text }) => /^(?:\.|\/|\*|\.\/|\.\/\*|\.\/\.|\/\*)$/.test(text));
    const earlier = found.get(stage);
    if (source !== undefined && (earlier === undefined || source.span.start < earlier.span.start)) {
      found.set(stage, source);
    }
  }
  return found;
}

interface Install extends Execution {
  readonly install: DependencyInstall;
}

/** The first installation of each stage, whatever the program. */
function firstInstalls({ executions }: Dockerfile): ReadonlyMap<Stage, Install> {
  const found = new Map<Stage, Install>();
  for (const program of executions.programs) {
    if (!mayInstall(program)) continue;
    for (const execution of executions.of(program)) {
      const { run, command } = execution;
      const install = run.stage === undefined ? undefined : dependencyInstall(command);
      if (run.stage === undefined || install === undefined) continue;
      const earlier = found.get(run.stage)?.command;
      if (earlier === undefined || command.span.start < earlier.span.start)
        found.set(run.stage, { run, command, install });
    }
  }
  return found;
}

function mayInstall(program: string): boolean {
  return dependencyPrograms.has(program) || program.startsWith('pip') || program.startsWith('python');
}
