import { closest } from '../../lint/closest.ts';
import { ruleNames } from '../../lint/names.ts';
import { parsePragma } from '../../lint/pragma.ts';
import { quote } from '../../text/quote.ts';
import { parseCheck } from '../model/checkDirective.ts';
import { checkComments, commentsWithEquals, type PlacedText } from '../model/comments.ts';
import { dockerfileRule } from '../rule.ts';
import { rules } from './index.ts';

/** A check that needs the image, so that no rule makes it. */
const NEEDS_IMAGE = 'InvalidBaseImagePlatform';

export const unknownRuleName = dockerfileRule({
  id: 'unknown-rule-name',
  summary: 'Comments that silence rules name rules that exist.',
  why: 'A misspelt name silences nothing, and nobody says so. Names of build checks are case-sensitive.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: '# check=skip=«JsonArgsRecommended»\nFROM alpine\nCMD app\n',
      good: '# check=skip=JSONArgsRecommended\nFROM alpine\nCMD app\n',
    },
    {
      bad: 'FROM alpine\n# hadolint ignore=«DL9999»\nRUN true\n',
      good: 'FROM alpine\n# hadolint ignore=DL3018\nRUN true\n',
      unfixed: true,
    },
    {
      bad: 'FROM alpine\n# dockwright ignore=«cache-ordr»\nCOPY . .\n',
      good: 'FROM alpine\n# dockwright ignore=cache-order\nCOPY . .\n',
    },
  ],
  check({ model }, report) {
    const { text } = model.lookAt('comments');
    const put = (name: string, start: number, candidates: readonly string[], what: string) => {
      const at = { start, end: start + name.length };
      const meant = closest(name, candidates);
      report({
        at,
        message: `${what} has no rule ${quote(name)}, so this silences nothing. ${meant === undefined ? 'Correct the name.' : `Perhaps ${quote(meant)} is meant.`}`,
        ...(meant !== undefined && {
          fixes: () => [{ title: `Replace with ${quote(meant)}`, safe: true, edits: [{ at, newText: meant }] }],
        }),
      });
    };
    for (const value of checkComments(model)) checkNames(value, put);
    for (const comment of commentsWithEquals(model)) {
      const pragma = parsePragma(comment.text);
      if (pragma?.names === undefined || (pragma.tool !== 'hadolint' && pragma.tool !== 'dockwright')) continue;
      const { known, all } = pragma.tool === 'hadolint' ? hadolintNames() : ownNames();
      let from = text.indexOf('=', comment.span.start);
      for (const name of pragma.names) {
        const start = text.indexOf(name, from);
        from = start + name.length;
        if (!known(name)) put(name, start, all, pragma.tool === 'hadolint' ? 'Hadolint' : 'Dockwright');
      }
    }
  },
});

type Put = (name: string, start: number, candidates: readonly string[], what: string) => void;

function checkNames({ text, start }: PlacedText, put: Put): void {
  const check = parseCheck(text);
  if (check.kind === 'problem') return;
  const known = [NEEDS_IMAGE, ...namesOf('buildkit/')];
  for (const { name, start: place } of check.names) {
    if (name !== '' && name !== 'all' && !known.includes(name)) put(name, start + place, known, 'BuildKit');
  }
}

function namesOf(prefix: string): readonly string[] {
  return rules.flatMap(({ same, near }) =>
    [...(same ?? []), ...(near ?? [])].flatMap((alias) =>
      alias.startsWith(prefix) ? [alias.slice(prefix.length)] : [],
    ),
  );
}

interface Names {
  readonly all: readonly string[];
  known(name: string): boolean;
}

function hadolintNames(): Names {
  const all = namesOf('hadolint/');
  return { all, known: (name) => all.includes(name) || /^SC\d{4}$/.test(name) };
}

function ownNames(): Names {
  const names = ruleNames({ rules });
  return {
    all: rules.map(({ id }) => id),
    known: (name) => names.own(name) !== undefined || names.known(name).length > 0,
  };
}
