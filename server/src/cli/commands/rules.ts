import { loadLanguages } from '../../languages.ts';
import { closest } from '../../lint/closest.ts';
import { errorDocumentation, ruleDocumentation } from '../../lint/documentation.ts';
import { ruleNames } from '../../lint/names.ts';
import { profiles, severityIn } from '../../lint/severity.ts';
import { EXIT, type Exit, UsageError } from '../io.ts';
import { findFacts } from '../ruleFacts.ts';
import type { Command } from './command.ts';

export const rules: Command = {
  name: 'rules',
  arguments: '',
  summary: 'Lists all rules.',
  options: [{ name: 'json', help: 'as JSON' }],

  async run(io, args): Promise<Exit> {
    const languages = await loadLanguages();
    const all = languages.flatMap(({ id: language, rules: list }) =>
      list.map((rule) => ({
        id: rule.id,
        language,
        summary: rule.summary,
        category: rule.category,
        severity: rule.severity,
        fixable: rule.fixable,
        profiles: profiles.filter((profile) => severityIn(rule, profile) !== 'off'),
        aliases: [...(rule.same ?? []), ...(rule.near ?? [])],
      })),
    );
    if (args.flag('json')) {
      io.out(`${JSON.stringify(all, undefined, 2)}\n`);
      return EXIT.ok;
    }
    const width = Math.max(0, ...all.map(({ id }) => id.length));
    for (const { id, severity, summary } of all) io.out(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}\n`);
    return EXIT.ok;
  },
};

export const explain: Command = {
  name: 'explain',
  arguments: 'RULE',
  summary: 'Explains a rule, by its id or its name in another tool, such as DL3006 or StageNameCasing.',
  options: [],

  async run(io, args): Promise<Exit> {
    const [name, ...more] = args.positionals;
    if (name === undefined || more.length > 0) throw new UsageError("'dockwright explain' takes the name of one rule.");
    const languages = await loadLanguages();
    const found = findFacts(languages, name);
    if (found.length === 0) {
      const names = languages.flatMap((language) => [
        ...ruleNames(language).all(),
        ...language.errorFacts.map(({ id }) => id),
      ]);
      const meant = closest(name, names);
      throw new UsageError(`There is no rule '${name}'.${meant === undefined ? '' : ` Did you mean '${meant}'?`}`);
    }
    const pages = found.map(({ language, rule, error }) =>
      rule !== undefined
        ? ruleDocumentation(rule, language.id)
        : error !== undefined
          ? errorDocumentation(error, language.id)
          : '',
    );
    io.out(pages.join('\n'));
    return EXIT.ok;
  },
};
