import type { Command, Word } from '../../shell/command.ts';
import { npm } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import { atFirst, dockerfileRule, executionsOf, reportIn } from '../rule.ts';

export const npmPinVersions = dockerfileRule({
  id: 'npm-pin-versions',
  summary: 'Packages installed with npm have a version.',
  why: 'Without a version the same Dockerfile installs something else tomorrow, and the build cache hides when that happens.',
  category: 'reproducibility',
  severity: 'warning',
  recommended: false,
  fixable: false,
  same: ['hadolint/DL3016'],
  examples: [
    {
      bad: 'FROM node:22\nRUN npm install -g «express» @types/node@22\n',
      good: 'FROM node:22\nRUN npm install -g express@5.1.0 @types/node@22\nRUN npm install\n',
    },
  ],
  check(file, report, options) {
    const reportOnce = reportIn(file, report, options);
    for (const { run, command } of executionsOf(file, options).of('npm')) {
      const finding = atFirst(
        packagesOf(command, options.exact).filter(({ text }) => !isPinned(text, options.exact)),
        (text) => `${quote(text)} has no version. Pin it with '@<version>'.`,
      );
      if (finding !== undefined) reportOnce(run, finding);
    }
  },
});

function packagesOf(command: Command, exact: boolean): readonly Word[] {
  const words = exact ? command.plainArguments(['loglevel', 'registry']) : command.options(npm).operands;
  return words[0]?.text === 'install' ? words.slice(1) : [];
}

function isPinned(text: string, exact: boolean): boolean {
  if (/^git(?:\+(?:ssh|http|https))?:\/\//.test(text)) return text.includes('#');
  if (/\.(?:tar|tar\.gz|tgz)$/.test(text) || /^(?:\/|\.\/|\.\.\/|~\/)/.test(text)) return true;
  if (!exact && /^\.{1,2}$|^file:/.test(text)) return true;
  return text.replace(/^@[^/]*\//, '').includes('@');
}
