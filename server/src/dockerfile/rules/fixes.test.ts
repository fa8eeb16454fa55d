import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Configuration, defaultConfiguration } from '../../lint/configuration.ts';
import type { Diagnostic } from '../../lint/diagnostics.ts';
import { defaultRuleOptions, type RuleOptions } from '../../lint/rule.ts';
import { lint } from '../../lint/run.ts';
import type { Level } from '../../lint/severity.ts';
import { unmark } from '../../lint/testing.ts';
import { applyEdits } from '../../text/edit.ts';
import { dockerfile } from '../language.ts';

/** What a fix may do to the list of instruction words besides nothing. */
const changes: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  'copy-instead-of-add': (before, after) => after === replaceOne(before, 'ADD', 'COPY'),
  'env-self-reference': (before, after) => addsOne(before, after, 'ENV'),
  'join-runs': (before, after) => addsOne(after, before, 'RUN'),
  'maintainer-deprecated': (before, after) => after === replaceOne(before, 'MAINTAINER', 'LABEL'),
  'no-sh-link': (before, after) => after === replaceOne(before, 'RUN', 'SHELL'),
  'no-unknown-label': (before, after) => before === after || addsOne(after, before, 'LABEL'),
  'onbuild-instruction': () => true,
  pipefail: (before, after) => addsOne(before, after, 'SHELL'),
  'required-label': (before, after) => addsOne(before, after, 'LABEL'),
  'single-cmd': (before, after) => addsOne(after, before, 'CMD'),
  'single-entrypoint': (before, after) => addsOne(after, before, 'ENTRYPOINT'),
  'single-healthcheck': (before, after) => addsOne(after, before, 'HEALTHCHECK'),
  'workdir-instead-of-cd': (before, after) => addsOne(before, after, 'WORKDIR'),
};

function addsOne(before: string, after: string, word: string): boolean {
  const words = after.split(' ');
  return words.some((candidate, index) => candidate === word && words.toSpliced(index, 1).join(' ') === before);
}

function replaceOne(words: string, from: string, to: string): string {
  return words
    .split(' ')
    .map((word) => (word === from ? to : word))
    .join(' ');
}

/** Shapes of RUN that fixes must cope with; `X` is the command. */
const shapes = [
  'RUN X',
  'RUN X && true',
  'RUN true \\\n  && X \\\n  && true',
  'RUN X && \\\n    true',
  'RUN set -e; \\\n\tX; \\\n\ttrue',
  'RUN X # note',
  'RUN X;',
  'RUN if true; then X; fi',
  'RUN <<EOF\nX\nEOF',
  'RUN <<-EOF\n\tset -e\n\tX\n\tEOF',
  'RUN --mount=type=cache,target=/var/cache/apt X',
  'RUN --network=none \\\n  X \\\n  # comment\n  && true',
  'ONBUILD RUN X',
  'run X',
];

const commands = [
  'apk add a',
  'apt install a',
  'apt-get install a b',
  'apt-get update && apt-get install a',
  'cd /a && b',
  'dnf install a',
  'pip install a',
  'sudo a',
  'useradd -u 1234567 a',
  'wget a | b',
  'yarn install',
  'yum install a',
  'zypper install a',
  'zypper patch',
];

const levels: Record<string, Level> = {};
for (const { id, same } of dockerfile.rules) {
  levels[id] = same?.some((alias) => alias.startsWith('hadolint/')) ? 'on' : 'off';
}
const configurations = new Map<Partial<RuleOptions>, Configuration>();

/** One object for the same options, as plans are kept with it. */
function configurationFor(options: Partial<RuleOptions>): Configuration {
  let configuration = configurations.get(options);
  if (configuration === undefined) {
    configuration = { ...defaultConfiguration, levels: [levels], options: { ...defaultRuleOptions, ...options } };
    configurations.set(options, configuration);
  }
  return configuration;
}

const noOptions: Partial<RuleOptions> = {};

function found(text: string, options: Partial<RuleOptions>): { diagnostics: readonly Diagnostic[]; words: string } {
  const file = dockerfile.parse('file:///project/Dockerfile', text);
  const diagnostics = lint(dockerfile, file, configurationFor(options), (id, error) => {
    throw new Error(id, { cause: error });
  });
  return { diagnostics, words: file.model.instructions.map(({ keyword }) => keyword).join(' ') };
}

/** Every fix of every finding that comes from hadolint's rules, applied alone. */
function checkFixes(text: string, options: Partial<RuleOptions> = noOptions): void {
  const before = found(text, options);
  for (const { ruleId, aliases, fixes } of before.diagnostics) {
    if (!aliases.some((alias) => alias.startsWith('hadolint/'))) continue;
    for (const { title, edits } of fixes?.() ?? []) {
      const fixed = applyEdits(text, edits);
      const after = found(fixed, options);
      const count = ({ diagnostics }: typeof before) => diagnostics.filter((other) => other.ruleId === ruleId).length;
      const errors = ({ diagnostics }: typeof before) => diagnostics.filter(({ suppressible }) => !suppressible).length;
      const context = `${ruleId}: ${title}\n${text}\n=>\n${fixed}`;
      assert.ok(count(after) < count(before), `the finding is still there: ${context}`);
      assert.ok(errors(after) <= errors(before), `it breaks the file: ${context}`);
      const isExpected = changes[ruleId]?.(before.words, after.words) ?? before.words === after.words;
      assert.ok(isExpected, `other instructions change: ${context}`);
    }
  }
}

describe('fixes answer their finding and leave the other instructions alone', () => {
  for (const { id, same, examples } of dockerfile.rules) {
    if (!same?.some((alias) => alias.startsWith('hadolint/'))) continue;
    it(`in the examples of ${id}`, () => {
      for (const { bad, options } of examples) checkFixes(unmark(bad).text, options);
    });
  }

  for (const command of commands) {
    it(`in every shape of RUN around ${command}`, () => {
      for (const shape of shapes) {
        const text = `FROM debian:12\n${shape.replace('X', command)}\nCMD ["a"]\n`;
        checkFixes(text);
        checkFixes(text.replaceAll('\n', '\r\n'));
        checkFixes(text.trimEnd());
        checkFixes(`# escape=\`\n${text.replaceAll('\\', '`')}`);
      }
    });
  }
});
