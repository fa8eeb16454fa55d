/** Rule indexes and the documentation of rules and language errors, from the files of the rules. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentationPath, errorDocumentation, ruleDocumentation } from '../../server/src/lint/documentation.ts';
import type { ErrorFacts } from '../../server/src/lint/linted.ts';
import type { RuleFacts } from '../../server/src/lint/rule.ts';
import { profileSummaries, profiles } from '../../server/src/lint/severity.ts';
import type { Generated } from './main.ts';

const languages = [
  { id: 'dockerfile', type: 'DockerfileRule', title: 'Dockerfiles' },
  { id: 'compose', type: 'ComposeRule', title: 'Compose files' },
  { id: 'dockerignore', type: 'DockerignoreRule', title: 'Ignore files' },
] as const;

type Language = (typeof languages)[number];

export interface Found {
  readonly language: Language;
  readonly rules: readonly RuleFacts[];
  readonly errors: readonly ErrorFacts[];
}

/** The rules and language errors of every language, from the files below `root`, the repository's folder. */
export async function findRules(root: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const language of languages) {
    const folder = join(root, 'server/src', language.id);
    const ids = filesIn(join(folder, 'rules'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
      .map((name) => name.slice(0, -'.ts'.length))
      .sort();
    const rules: RuleFacts[] = [];
    for (const id of ids) rules.push(ruleOf(id, await load(join(folder, 'rules', `${id}.ts`))));
    const errors = filesIn(join(folder, 'errors')).includes('index.ts')
      ? errorsOf(await load(join(folder, 'errors/index.ts')))
      : [];
    found.push({ language, rules, errors });
  }
  return found;
}

/** Every file that follows from rules and language errors. */
export async function generateRules(root: string): Promise<Generated[]> {
  const generated: Generated[] = [];
  const found = await findRules(root);
  for (const { language, rules, errors } of found) {
    if (filesIn(join(root, 'server/src', language.id)).includes('rule.ts')) {
      const ids = rules.map(({ id }) => id);
      generated.push({ path: `server/src/${language.id}/rules/index.ts`, text: indexText(language, ids) });
    }
    for (const rule of rules) {
      generated.push({ path: documentationPath(rule.id), text: ruleDocumentation(rule, language.id) });
    }
    for (const facts of errors) {
      generated.push({ path: documentationPath(facts.id), text: errorDocumentation(facts, language.id) });
    }
  }
  generated.push({ path: 'docs/rules/README.md', text: overview(found) });
  const wanted = new Set(generated.map(({ path }) => path));
  for (const name of filesIn(join(root, 'docs/rules'))) {
    if (!wanted.has(`docs/rules/${name}`)) generated.push({ path: `docs/rules/${name}`, text: undefined });
  }
  return generated;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  return await import(pathToFileURL(file).href);
}

/** The rule has the name of its file. */
function ruleOf(id: string, module: Readonly<Record<string, unknown>>): RuleFacts {
  const rule = module[camelCase(id)] as RuleFacts | undefined;
  if (rule?.id !== id) throw new Error(`rules/${id}.ts must export '${camelCase(id)}' with the id '${id}'`);
  return rule;
}

function errorsOf({ errorFacts }: Readonly<Record<string, unknown>>): readonly ErrorFacts[] {
  if (!Array.isArray(errorFacts)) throw new Error("errors/index.ts must export 'errorFacts'");
  return [...(errorFacts as ErrorFacts[])].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function camelCase(id: string): string {
  return id.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
}

function indexText({ type }: Language, ids: readonly string[]): string {
  return [
    '// biome-ignore-all format: generated',
    '// biome-ignore-all assist/source/organizeImports: generated in order of ids',
    "// Written by 'npm run generate' from the files beside it.",
    `import type { ${type} } from '../rule.ts';`,
    ...ids.map((id) => `import { ${camelCase(id)} } from './${id}.ts';`),
    '',
    `/** In order of ids. */`,
    `export const rules: readonly ${type}[] = [`,
    ...ids.map((id) => `  ${camelCase(id)},`),
    '];',
    '',
  ].join('\n');
}

function overview(found: readonly Found[]): string {
  const parts = [
    '# Rules',
    'Every rule has an id that is also its diagnostic code and its name in settings and comments. A rule runs when the profile holds it:',
    profiles.map((profile) => `- \`${profile}\`: ${profileSummaries[profile]}.`).join('\n'),
    'How to choose a profile, turn rules on and off and silence single findings is told in [configuration](../configuration.md).',
    'How far the rules about shell scripts agree with ShellCheck is counted in [agreement with ShellCheck](../shellcheck-agreement.md).',
  ];
  for (const { language, rules, errors } of found) {
    if (rules.length > 0) parts.push(`## ${language.title}`, ruleTable(rules));
    if (errors.length > 0) {
      parts.push(
        `## Errors in ${language.title}`,
        'What the tool that reads the file refuses. Always reported.',
        errors.map(({ id, summary }) => `- [${id}](${id}.md): ${summary}`).join('\n'),
      );
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function ruleTable(rules: readonly RuleFacts[]): string {
  const rows = rules.map(({ id, summary, severity, recommended, fixable, same }) => {
    const cells = [
      `[${id}](${id}.md)`,
      summary.replaceAll('|', '\\|'),
      severity,
      recommended ? 'yes' : '',
      fixable ? 'yes' : '',
      (same ?? []).map((alias) => alias.replace('/', ' ')).join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| Rule | Asks for | Severity | Recommended | Fix | Same finding |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
