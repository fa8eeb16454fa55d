import type { ErrorFacts } from './linted.ts';
import { toolOf, withoutTool } from './names.ts';
import type { Example, RuleFacts } from './rule.ts';
import { type Profile, profiles, severityIn } from './severity.ts';

type LanguageId = 'dockerfile' | 'compose' | 'dockerignore';

/** The page in the repository. */
export function documentationPath(id: string): string {
  return `docs/rules/${id}.md`;
}

const FENCES: Readonly<Record<LanguageId, string>> = {
  dockerfile: 'dockerfile',
  compose: 'yaml',
  dockerignore: 'text',
};

const LANGUAGES: Readonly<Record<LanguageId, string>> = {
  dockerfile: 'Dockerfiles',
  compose: 'Compose files',
  dockerignore: 'ignore files',
};

/** The documentation of a rule as Markdown, made from its facts. */
export function ruleDocumentation(rule: RuleFacts, language: LanguageId): string {
  const rows: [string, string][] = [
    ['Language', LANGUAGES[language]],
    ['Severity', rule.severity],
    ['Category', rule.category],
    ['Profiles', profilesOf(rule)],
    ['Fix', fixOf(rule)],
  ];
  if (rule.same?.length) rows.push(['Same finding', rule.same.map(aliasLink).join(', ')]);
  if (rule.near?.length) rows.push(['Related findings', rule.near.map(aliasLink).join(', ')]);
  return [
    `# ${rule.id}`,
    rule.summary,
    rule.why,
    table(rows),
    '## Examples',
    ...rule.examples.flatMap((example) => exampleText(example, language)),
    '## How to turn it off',
    silenceText(rule, language),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** The documentation of a kind of language error. */
export function errorDocumentation(facts: ErrorFacts, language: LanguageId): string {
  return [
    `# ${facts.id}`,
    facts.summary,
    facts.why,
    `An error in ${LANGUAGES[language]}: the tool that reads the file refuses it, so it is always reported.`,
    '## Examples',
    ...facts.examples.flatMap((example) => exampleText(example, language)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** How many names of other tools a hover lists: a syntax error has fifty. */
const MOST_NAMES = 4;

/** Why a finding is one, for a hover, as Markdown. Its message is not repeated: editors show that themselves. */
export function findingReason({
  id,
  summary,
  why,
  same = [],
}: Pick<RuleFacts, 'id' | 'summary' | 'why' | 'same'>): string {
  const names = same.filter((name) => toolOf(name) !== '').map(aliasLink);
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const others = names.length === 0 ? '' : ` (${shown}${names.length > MOST_NAMES ? ', …' : ''})`;
  return `**${id}**${others}: ${summary} ${why}`;
}

function profilesOf(rule: RuleFacts): string {
  if (rule.optional) return 'none: it runs where its name turns it on';
  const graded = (profile: Profile): string => {
    const severity = severityIn(rule, profile);
    return severity === rule.severity ? profile : `${profile} (${severity})`;
  };
  return profiles
    .filter((profile) => severityIn(rule, profile) !== 'off')
    .map(graded)
    .join(', ');
}

function fixOf(rule: RuleFacts): string {
  return rule.fixable ? 'offered' : 'none';
}

function table(rows: readonly (readonly [string, string])[]): string {
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function exampleText({ bad, good, options, files }: Example, language: LanguageId): string[] {
  const marked = [...bad.matchAll(/«([^«»]*)»/g)].map(([, text]) => text?.split('\n')[0]?.trim() ?? '');
  const reported = [...new Set(marked)].filter((text) => text !== '').map(code);
  const conditions = [
    ...(options ? [`with options ${code(JSON.stringify(options))}`] : []),
    ...(files ? [`beside ${Object.keys(files).map(code).join(', ')}`] : []),
  ];
  const condition = conditions.length > 0 ? ` (${conditions.join(', ')})` : '';
  return [
    reported.length > 0 ? `Reported at ${reported.join(', ')}${condition}:` : `Reported${condition}:`,
    block(bad.replace(/[«»]/g, ''), language),
    ...(good === undefined ? [] : ['Fine:', block(good, language)]),
  ];
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + pad + text + pad + fence;
}

function block(text: string, language: LanguageId): string {
  let fence = '```';
  while (text.includes(fence)) fence += '`';
  return `${fence}${FENCES[language]}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function silenceText(rule: RuleFacts, language: LanguageId): string {
  const aliases = [...(rule.same ?? []), ...(rule.near ?? [])];
  const ways = [
    `\`# dockwright ignore=${rule.id}\` above the ${language === 'compose' ? 'entry, or behind it on its line' : 'line'}`,
    `\`# dockwright ignore-file=${rule.id}\` anywhere in the file`,
    `\`${rule.id}: off\` under \`rules\` in \`dockwright.yaml\`, or the same under \`dockwright.lint.rules\` in the editor's settings`,
  ];
  const others = new Set(
    aliases.map((alias) => {
      const name = withoutTool(alias);
      switch (toolOf(alias)) {
        case 'hadolint':
          return `\`# hadolint ignore=${name}\``;
        case 'shellcheck':
          return `\`# shellcheck disable=${name}\``;
        case 'buildkit':
          return `\`# check=skip=${name}\``;
        default:
          return `\`# dclint disable-line ${name}\``;
      }
    }),
  );
  if (others.size > 0) ways.push(`${[...others].join(', ')} as in the tools that know the finding`);
  return ways.map((way) => `- ${way}`).join('\n');
}

function aliasLink(alias: string): string {
  const name = withoutTool(alias);
  switch (toolOf(alias)) {
    case 'hadolint':
      return `[hadolint ${name}](https://github.com/hadolint/hadolint/wiki/${name})`;
    case 'shellcheck':
      return `[ShellCheck ${name}](https://www.shellcheck.net/wiki/${name})`;
    case 'buildkit':
      return `[BuildKit ${name}](https://docs.docker.com/go/dockerfile/rule/${kebab(name)}/)`;
    default:
      return `dclint ${name}`;
  }
}

/** `JSONArgsRecommended` → `json-args-recommended`. */
function kebab(name: string): string {
  return name.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase();
}
