/** Commands that the language server puts into its quick fixes; the argument is the id of a rule. */
import { command } from './command.ts';

export const turnOffRule = command({
  id: 'turnOffRule',
  title: 'Turn Off Rule',
  internal: true,
  async run({ ui }, id) {
    if (typeof id === 'string') await ui.changeSetting('dockwright.lint.rules', id, 'off');
  },
});

export const openRuleDocumentation = command({
  id: 'openRuleDocumentation',
  title: 'Open Documentation of Rule',
  internal: true,
  async run({ ui, languageServer }, id) {
    const text = typeof id === 'string' ? await languageServer.ruleDocumentation(id) : undefined;
    if (text === undefined) ui.showInformation('There is no documentation of this rule.');
    else await ui.showMarkdown({ name: String(id), text });
  },
});
