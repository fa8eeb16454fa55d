import type { Command, Word } from './command.ts';
import { type OptionSyntax, parseOptions } from './options.ts';

/** The options of package managers that take a value, from their manuals: what they would otherwise take for a package. */
export const aptGet: OptionSyntax = {
  withValue: [
    ...['a', 'c', 'o', 'P', 't'],
    ...['build-profiles', 'config-file', 'default-release', 'host-architecture', 'option', 'planner', 'solver'],
    ...['target-release', 'with-source'],
  ],
};

export const apk: OptionSyntax = {
  withValue: [
    ...['p', 't', 'X'],
    ...['arch', 'cache-dir', 'cache-max-age', 'keys-dir', 'progress-fd', 'repositories-file', 'repository', 'root'],
    ...['timeout', 'virtual', 'wait'],
  ],
};

/** yum, dnf and microdnf. */
export const dnf: OptionSyntax = {
  withValue: [
    ...['c', 'd', 'e', 'R', 'x'],
    ...['advisories', 'advisory', 'bz', 'bzs', 'bugzilla', 'color', 'comment', 'config', 'cve', 'cves', 'debuglevel'],
    ...['destdir', 'disableexcludes', 'disableplugin', 'disablerepo', 'downloaddir', 'enableplugin', 'enablerepo'],
    ...['errorlevel', 'exclude', 'excludepkgs', 'forcearch', 'from-repo', 'installroot', 'randomwait', 'releasever'],
    ...['repo', 'repofrompath', 'repoid', 'rpmverbosity', 'sec-severity', 'secseverity', 'setopt', 'use-host-config'],
  ],
};

export const zypper: OptionSyntax = {
  withValue: [
    ...['c', 'C', 'D', 'p', 'r', 'R', 't'],
    ...['cache-dir', 'config', 'download', 'from', 'installroot', 'pkg-cache-dir', 'plus-content', 'plus-repo'],
    ...[
      'raw-cache-dir',
      'releasever',
      'repo',
      'reposd-dir',
      'root',
      'solv-cache-dir',
      'solver-focus',
      'type',
      'userdata',
    ],
  ],
};

export const pip: OptionSyntax = {
  withValue: [
    ...['b', 'c', 'C', 'd', 'e', 'f', 'i', 'r', 't'],
    ...['abi', 'build', 'build-option', 'cache-dir', 'cert', 'client-cert', 'config-settings', 'constraint'],
    ...['editable', 'exists-action', 'extra-index-url', 'find-links', 'global-option', 'group', 'implementation'],
    ...['index-url', 'keyring-provider', 'log', 'log-file', 'no-binary', 'only-binary', 'platform', 'prefix'],
    ...['progress-bar', 'proxy', 'python', 'python-version', 'report', 'requirement', 'resume-retries', 'retries'],
    ...['root', 'root-user-action', 'src', 'target', 'timeout', 'trusted-host', 'upgrade-strategy'],
    ...['use-deprecated', 'use-feature'],
  ],
};

/** pipx, which takes some options of its own. */
export const pipx: OptionSyntax = {
  withValue: [...(pip.withValue ?? []), 'backend', 'pip-args', 'spec', 'suffix'],
};

export const npm: OptionSyntax = {
  withValue: [
    ...['C', 'w'],
    ...['before', 'ca', 'cache', 'cafile', 'cpu', 'fetch-retries', 'fetch-retry-factor', 'fetch-retry-maxtimeout'],
    ...['fetch-retry-mintimeout', 'fetch-timeout', 'globalconfig', 'https-proxy', 'include', 'install-strategy'],
    ...['libc', 'location', 'loglevel', 'maxsockets', 'noproxy', 'omit', 'only', 'os', 'otp', 'prefix', 'proxy'],
    ...['registry', 'save-prefix', 'script-shell', 'tag', 'userconfig', 'workspace'],
  ],
};

export const gem: OptionSyntax = {
  withValue: [
    ...['B', 'g', 'i', 'n', 'p', 'P', 's', 'v'],
    ...['bindir', 'build-root', 'bulk-threshold', 'config-file', 'file', 'http-proxy', 'install-dir', 'platform'],
    ...['source', 'trust-policy', 'version'],
  ],
};

export const go: OptionSyntax = {
  singleDashLong: true,
  withValue: [
    ...['C', 'o', 'p'],
    ...['asmflags', 'buildmode', 'compiler', 'covermode', 'coverpkg', 'exec', 'gccgoflags', 'gcflags'],
    ...['installsuffix', 'ldflags', 'mod', 'modfile', 'overlay', 'pgo', 'pkgdir', 'tags', 'toolexec', 'vet'],
  ],
};

/**
 * The word that tells a program what to do, if it is one of the verbs. In exact mode, as hadolint has it, any argument
 * that is one of them.
 */
export function verbOf(
  command: Command,
  syntax: OptionSyntax,
  verbs: readonly string[],
  exact: boolean,
): Word | undefined {
  if (exact) return command.args.find((word) => verbs.includes(word.text));
  const verb = command.subcommand(syntax);
  return verb !== undefined && verbs.includes(verb.text) ? verb : undefined;
}

/** What a verb is to be done to: the operands behind it. */
export function objectsOf(command: Command, syntax: OptionSyntax): readonly Word[] {
  return command.options(syntax).operands.slice(1);
}

/** A pip that installs packages: how it is called, and the word `install`. */
export interface PipInstall {
  readonly program: 'pip' | 'pipx' | 'other';
  readonly verb: Word;
}

/**
 * `pip install`, under any name that begins with `pip` (not pipenv), or `python -m pip install`. In exact mode `install`
 * may be any argument, as hadolint has it.
 */
export function pipInstall(command: Command, exact: boolean): PipInstall | undefined {
  const { name } = command;
  if (name.startsWith('pip')) {
    if (name.startsWith('pipenv')) return undefined;
    const isPipx = name.startsWith('pipx');
    const verb = verbOf(command, isPipx ? pipx : pip, ['install'], exact);
    if (verb === undefined) return undefined;
    const isPip = /^pip[0-9.]*$/.test(name);
    return { verb, program: isPipx ? 'pipx' : isPip ? 'pip' : 'other' };
  }
  if (!name.startsWith('python')) return undefined;
  const { args } = command;
  const module = args.findIndex((word, index) => word.text === '-m' && args[index + 1]?.text === 'pip');
  if (module === -1) return undefined;
  const rest = args.slice(module + 2);
  const verb = exact ? rest[0] : parseOptions(rest, pip).operands[0];
  return verb?.text === 'install' ? { verb, program: 'pip' } : undefined;
}

const yes = ['y', 'yes', 'assume-yes', 'qq'];

/**
 * True when an apt-get command does not wait for an answer: yes is assumed, or it is quiet twice over. In exact mode, as
 * hadolint counts, more than two or mixed forms of quiet do not do.
 */
export function aptAssumesYes(command: Command, exact: boolean): boolean {
  if (command.hasFlag(...yes) || command.hasAnyArgument('-q=2')) return true;
  const short = command.countFlag('q');
  const long = command.countFlag('quiet');
  return exact ? short === 2 || long === 2 : short + long >= 2;
}

/** True when `rm` is told to remove something whose path has the pattern. */
export function removes(command: Command, path: RegExp): boolean {
  return command.options().operands.some(({ text }) => path.test(text));
}

/**
 * True when the script installs nothing or cleans up behind itself: the last install comes before a clean. In exact mode,
 * as hadolint compares, the first install comes before the first clean.
 */
export function cleansUp(
  commands: readonly Command[],
  installs: (command: Command) => boolean,
  cleans: (command: Command) => boolean,
  exact: boolean,
): boolean {
  const install = exact ? commands.findIndex(installs) : commands.findLastIndex(installs);
  const clean = exact ? commands.findIndex(cleans) : commands.findLastIndex(cleans);
  return install < clean || install === -1;
}

/** True when the name of an RPM package ends in a version: a part behind a dash begins with a digit, and all are well-formed. */
export function hasRpmVersion(text: string): boolean {
  const [, ...parts] = text.split('-');
  return parts.every((part) => /^[0-9A-Za-z.~^_:+]+$/.test(part)) && parts.some((part) => /^[0-9]/.test(part));
}
