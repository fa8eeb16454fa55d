import type { Command, Word } from '../../shell/command.ts';
import { parseOptions } from '../../shell/options.ts';
import { gem } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import { atFirst, dockerfileRule, executionsOf, reportIn } from '../rule.ts';

const verbs = ['install', 'i'];

export const gemPinVersions = dockerfileRule({
  id: 'gem-pin-versions',
  summary: 'Gems installed with gem have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3028'],
  examples: [
    {
      bad: 'FROM ruby:3.4\nRUN gem install --no-document «bundler»\n',
      good: 'FROM ruby:3.4\nRUN gem install --no-document bundler:2.7.1\nRUN gem install rake -v 13.3.0\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('gem')) {
      const gems = options.exact ? gemsAsHadolint(command) : gemsOf(command);
      const finding = atFirst(
        gems.filter(({ text }) => !text.includes(':') && (options.exact || !/\.gem$/.test(text))),
        (text) => `${quote(text)} has no version. Pin it with ':<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});

/** What stands before `--`; the rest goes to the build of native extensions. */
function ownWords(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({ text }) => text === '--');
  return end === -1 ? words : words.slice(0, end);
}

function gemsOf(command: Command): readonly Word[] {
  const { options, operands } = parseOptions(ownWords(command.ownArguments), gem);
  const [verb, ...gems] = operands;
  if (verb === undefined || !verbs.includes(verb.text)) return [];
  return options.some(({ name }) => ['v', 'version', 'g', 'file'].includes(name)) ? [] : gems;
}

/** hadolint drops the word behind each option, value or not. */
function gemsAsHadolint(command: Command): readonly Word[] {
  if (!command.hasAnyArgument(...verbs) || command.hasAnyArgument('-v', '--version')) return [];
  if (command.args.some(({ text }) => text.startsWith('--version='))) return [];
  const gems: Word[] = [];
  const words = ownWords(command.args);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    if (word.text.startsWith('-')) index++;
    else if (!verbs.includes(word.text)) gems.push(word);
  }
  return gems;
}
