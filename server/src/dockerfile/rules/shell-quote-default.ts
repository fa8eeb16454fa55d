import { placeOf, shellRule, surround } from '../shellRule.ts';

export const shellQuoteDefault = shellRule({
  id: 'shell-quote-default',
  summary: "The value of ': ${name:=value}' is quoted.",
  why: 'Without quotes the value is split and globbed for nothing, which may take long.',
  severity: 'info',
  recommended: false,
  fixable: true,
  same: ['shellcheck/SC2223'],
  examples: [
    {
      bad: 'FROM debian:12\nRUN : «${TARGET:=/opt/app}» && mkdir "$TARGET"\n',
      good: 'FROM debian:12\nRUN : "${TARGET:=/opt/app}" && mkdir "$TARGET"\n',
    },
  ],
  find(facts, report) {
    for (const entry of facts.all('ParameterExpansion')) {
      const { operation } = entry.node;
      if (operation?.type !== 'Default' || !operation.operator.endsWith('=')) continue;
      const { role, isQuoted, isOperand } = facts.place(entry);
      const command = facts.commandOf(entry);
      if (isQuoted || isOperand || role !== 'argument' || (command && facts.commandAt(command.node)?.name) !== ':')
        continue;
      report({
        at: placeOf(entry),
        message: 'Quote the default, or it is split and globbed.',
        fixes: () => [{ title: 'Quote the expansion', safe: true, edits: surround(entry.node, '"', '"') }],
      });
    }
  },
});
