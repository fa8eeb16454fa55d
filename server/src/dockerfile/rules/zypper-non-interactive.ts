import type { Fix } from '../../lint/rule.ts';
import type { Command, Word } from '../../shell/command.ts';
import { verbOf, zypper } from '../../shell/packageManagers.ts';
import type { Run } from '../model/instructions.ts';
import { insertArgument } from '../model/runEdits.ts';
import { dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const verbs = ['install', 'in', 'remove', 'rm', 'source-install', 'si', 'patch'];
/** Verbs that know `-y` themselves. */
const takeYes = ['install', 'in', 'remove', 'rm'];

export const zypperNonInteractive = dockerfileRule({
  id: 'zypper-non-interactive',
  summary: 'zypper is told not to ask.',
  why: 'Nobody can answer in a build: zypper takes the closed input for a no and does nothing.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  same: ['hadolint/DL3034'],
  examples: [
    {
      bad: 'FROM opensuse/leap:15.6\nRUN «zypper install» httpd\n',
      good: 'FROM opensuse/leap:15.6\nRUN zypper install -y httpd\n',
    },
    {
      bad: 'FROM opensuse/leap:15.6\nRUN «zypper patch»\n',
      good: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive patch\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('zypper')) {
      const verb = verbOf(command, zypper, verbs, options.exact);
      if (verb === undefined || command.hasFlag('non-interactive', 'n', 'no-confirm', 'y')) continue;
      reportOnce(run, {
        at: command.through(verb),
        message: `'zypper ${verb.text}' would wait for an answer. Add '${takeYes.includes(verb.text) ? '-y' : '--non-interactive'}'.`,
        fixes: () => [fix(run, command, verb)],
      });
    }
  },
});

function fix(run: Run, command: Command, verb: Word): Fix {
  if (takeYes.includes(verb.text)) {
    return { title: "Add '-y'", safe: true, edits: [insertArgument(run, verb, '-y')] };
  }
  const { nameSpan: span, name: text } = command;
  const edits = [insertArgument(run, { span, text }, '--non-interactive')];
  return { title: "Add '--non-interactive'", safe: true, edits };
}
