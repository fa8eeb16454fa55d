import type { Command, Word } from '../../shell/command.ts';
import type { OptionSyntax } from '../../shell/options.ts';
import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const useradd: OptionSyntax = {
  withValue: [
    ...['b', 'c', 'd', 'e', 'f', 'g', 'G', 'k', 'K', 'p', 'P', 'R', 's', 'u', 'Z'],
    ...[
      'base-dir',
      'comment',
      'expiredate',
      'gid',
      'groups',
      'home',
      'home-dir',
      'inactive',
      'key',
      'password',
      'prefix',
    ],
    ...['root', 'selinux-range', 'selinux-user', 'shell', 'skel', 'uid'],
  ],
};

/** Digits of a user number that is big enough to matter. */
const MANY_DIGITS = 6;

export const useraddNoLogInit = dockerfileRule({
  id: 'useradd-no-log-init',
  summary: 'useradd with a big user number gets --no-log-init.',
  why: 'useradd makes room for every number up to the new one in /var/log/faillog and lastlog; as a layer that sparse file can take gigabytes.',
  category: 'size',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3046'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN useradd -u «123456» app\n',
      good: 'FROM debian:12\nRUN useradd -l -u 123456 app\n',
    },
    {
      bad: 'FROM debian:12\nRUN useradd «--uid=123456» app\n',
      good: 'FROM debian:12\nRUN useradd -l --uid=123456 app\n',
    },
    { bad: 'FROM debian:12\nRUN useradd -u «${UID}» app\n', options: { exact: true } },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('useradd')) {
      if (command.hasFlag('l', 'no-log-init')) continue;
      const number = options.exact ? longValue(command) : bigNumber(command);
      if (number === undefined) continue;
      reportOnce(run, {
        at: number.span,
        message: "A user number this big makes a huge log file in the layer. Add '--no-log-init' ('-l').",
        fixes: () => {
          const edits = [insertArgument(run, { span: command.nameSpan, text: command.name }, '-l')];
          return [{ title: "Add '-l'", safe: true, edits }];
        },
      });
    }
  },
});

/** hadolint measures the text behind the short option only. */
function longValue(command: Command): Word | undefined {
  const value = command.hasFlag('u', 'uid') ? command.valueAfter('u') : undefined;
  return value !== undefined && value.text.length >= MANY_DIGITS ? value : undefined;
}

function bigNumber(command: Command): Word | undefined {
  const option = command.options(useradd).options.find(({ name }) => name === 'u' || name === 'uid');
  if (option?.value === undefined || !/^\d+$/.test(option.value) || option.value.length < MANY_DIGITS) return undefined;
  return option.valueWord ?? option.word;
}
