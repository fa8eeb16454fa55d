import type { Command } from '../../shell/command.ts';
import { type DependencyInstall, dependencyInstall, dependencyPrograms } from '../../shell/dependencies.ts';
import { quote } from '../../text/quote.ts';
import type { PathArgument, Run } from '../model/instructions.ts';
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
    const { programs } = model.executions;
    let mayInstall = false;
    for (const program of programs)
      mayInstall ||= dependencyPrograms.includes(program) || program.startsWith('pip') || program.startsWith('python');
    if (!mayInstall) return;
    for (const stage of model.stages) {
      const found = findInStage(stage);
      if (found === undefined) continue;
      const { copied, command, install } = found;
      report({
        at: copied.span,
        message: `Any change of any file makes ${quote(shown(command))} run again. Copy ${install.manifests} first, install, and copy the rest behind it.`,
        related: [{ at: command.nameSpan, message: 'The installation.' }],
      });
    }
  },
});

interface Found {
  readonly copied: PathArgument;
  readonly command: Command;
  readonly install: DependencyInstall;
}

/** The first copy of everything that an installation follows, when none was made before it. */
function findInStage({ instructions }: Stage): Found | undefined {
  let copied: PathArgument | undefined;
  for (const instruction of instructions) {
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      if (instruction.keyword === 'COPY' && instruction.from !== undefined) continue;
      copied ??= instruction.sources.find(({ text }) => /^(?:\.?\/?\*?|\.\/\.)$/.test(text) && text !== '');
    } else if (instruction.keyword === 'RUN') {
      const found = findInstall(instruction);
      if (found === undefined) continue;
      // What is kept in a cache mount is not fetched again.
      if (copied === undefined || instruction.volatileTargets.length > 0) return undefined;
      return { copied, ...found };
    }
  }
  return undefined;
}

function findInstall({ script }: Run): { command: Command; install: DependencyInstall } | undefined {
  for (const command of script.commands) {
    const install = dependencyInstall(command);
    if (install !== undefined) return { command, install };
  }
  return undefined;
}

function shown({ name, ownArguments }: Command): string {
  const verb = ownArguments.find(({ text }) => !text.startsWith('-'))?.text;
  return verb === undefined ? name : `${name} ${verb}`;
}
