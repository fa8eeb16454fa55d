import type { Command, Word } from '../../shell/command.ts';
import { go } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import type { Execution } from '../model/executions.ts';
import type { Run } from '../model/instructions.ts';
import { atFirst, type DockerfileRule, dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const goPinVersions: DockerfileRule = dockerfileRule({
  id: 'go-pin-versions',
  summary: 'Go packages are fetched with a version.',
  why: 'Without a version the same Dockerfile builds something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3062'],
  examples: [
    {
      bad: 'FROM golang:1.25\nRUN go install «example.com/tool@latest»\n',
      good: 'FROM golang:1.25\nRUN go install example.com/tool@v1.2.3\nRUN go install ./...\n',
    },
    { bad: 'FROM golang:1.25\nRUN go run «example.com/tool» --flag\n' },
  ],
  check(file, report, options) {
    const executions = executionsOf(file, options).of('go');
    const reportOnce = reportIn(file, report, options);
    const packagesOf = options.exact ? asHadolint(executions) : packages;
    for (const { run, command } of executions) {
      const finding = atFirst(
        packagesOf(command, run).filter(({ text }) => !isPinned(text, options.exact)),
        (text) => `${quote(text)} has no fixed version. Pin it with '@<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});

function packages(command: Command): readonly Word[] {
  const [verb, ...objects] = command.options(go).operands;
  if (verb?.text === 'run') return objects.slice(0, 1).filter(({ text }) => !text.endsWith('.go'));
  return verb?.text === 'install' || verb?.text === 'get' ? objects : [];
}

/** A `go run` with a package makes hadolint forget the other commands of its RUN. */
function asHadolint(executions: readonly Execution[]): (command: Command, run: Run) => readonly Word[] {
  const runs = (command: Command): readonly Word[] =>
    command.hasAnyArgument('run')
      ? command
          .plainArguments()
          .slice(0, 2)
          .filter(({ text }) => text !== 'run')
      : [];
  const withRun = new Set(executions.filter(({ command }) => runs(command).length > 0).map(({ run }) => run));
  return (command, run) => {
    if (withRun.has(run)) return runs(command);
    if (!command.hasAnyArgument('install', 'get')) return [];
    return command.plainArguments().filter(({ text }) => !['install', 'get', 'tool'].includes(text));
  };
}

function isPinned(text: string, exact: boolean): boolean {
  if (text === '.' || text.startsWith('/') || text.startsWith('.')) return true;
  if (!exact && ['std', 'cmd', 'all', 'tool'].includes(text)) return true;
  return text.includes('@') && !/@(?:latest|none)$/.test(text);
}
