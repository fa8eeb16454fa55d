import type { Command, Word } from '../../shell/command.ts';
import { pip, pipInstall, pipx } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import { atFirst, dockerfileRule, executionsOf, reportIn } from '../rule.ts';

/** Options after which hadolint skips a word. */
const withValue = [
  ...['abi', 'b', 'build', 'e', 'editable', 'extra-index-url', 'f', 'find-links', 'i', 'index-url', 'implementation'],
  ...['no-binary', 'only-binary', 'platform', 'prefix', 'progress-bar', 'proxy', 'python', 'python-version', 'root'],
  ...['root-user-action', 'src', 't', 'target', 'trusted-host', 'upgrade-strategy'],
];

const looseSource =
  /^(?:git(?:\+(?:file|https|ssh|http|git))?|hg\+(?:file|http|https|ssh|static-http)|svn(?:\+(?:svn|http|https|ssh))?|bzr\+(?:http|https|ssh|sftp|ftp|lp))/;
const source = new RegExp(`${looseSource.source}://`);

export const pipPinVersions = dockerfileRule({
  id: 'pip-pin-versions',
  summary: 'Packages installed with pip have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3013'],
  examples: [
    {
      bad: 'FROM python:3.13\nRUN pip install --no-cache-dir «flask» gunicorn==23.0.0\n',
      good: 'FROM python:3.13\nRUN pip install --no-cache-dir "flask>=3,<4" gunicorn==23.0.0\nRUN pip install -r requirements.txt\n',
    },
    { bad: 'FROM python:3.13\nRUN python3 -m pip install «git+https://example.com/a/b»\n' },
  ],
  check(file, report, options) {
    const executions = executionsOf(file, options);
    const reportOnce = reportIn(file, report, options);
    for (const program of executions.programs) {
      if (!program.startsWith('pip') && !program.startsWith('python')) continue;
      for (const { run, command } of executions.of(program)) {
        const install = pipInstall(command, options.exact);
        if (install === undefined || isConstrained(command)) continue;
        const packages = options.exact ? plainPackages(command) : packagesOf(command, install.verb);
        const finding = atFirst(
          packages.filter(({ text }) => !isPinned(text, options.exact)),
          (text) => `${quote(text)} has no version. Pin it with '==<version>'.`,
        );
        if (finding !== undefined) reportOnce(run, finding);
      }
    }
  },
});

/** The versions stand in a file. */
function isConstrained(command: Command): boolean {
  return command.hasAnyArgument('-r', '--requirement', '.') || command.hasFlag('c', 'constraint');
}

function plainPackages(command: Command): readonly Word[] {
  const words = command.plainArguments(withValue);
  return words.slice(words.findIndex(({ text }) => text === 'install') + 1);
}

function packagesOf(command: Command, verb: Word): readonly Word[] {
  const { options, operands } = command.options(command.name.startsWith('pipx') ? pipx : pip);
  if (options.some(({ name }) => ['r', 'requirement', 'group'].includes(name))) return [];
  return operands.filter(({ span }) => span.start > verb.span.start);
}

function isPinned(text: string, exact: boolean): boolean {
  if (/[<>]|==|!=|~=/.test(text) || /\.(?:whl|tar\.gz)$/.test(text)) return true;
  if (exact) return looseSource.test(text) ? text.includes('@') : text.includes('/');
  const repository = source.exec(text);
  if (repository === null) return text.includes('/') || text.startsWith('.') || text.endsWith('.zip');
  // An `@` before the first slash belongs to the address.
  const path = text.slice(repository[0].length).replace(/^[^/]*/, '');
  return path.includes('@');
}
