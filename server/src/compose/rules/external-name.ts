import { asText } from '../model/nodes.ts';
import { composeRule } from '../rule.ts';

export const externalName = composeRule({
  id: 'external-name',
  summary: "External networks, volumes, configs and secrets are named by 'name' beside 'external: true'.",
  why: "'external.name' is deprecated; Compose warns about it.",
  category: 'deprecation',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    networks: [front]\nnetworks:\n  front:\n    external:\n      «name»: proxy\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    networks: [front]\nnetworks:\n  front:\n    external: true\n    name: proxy\n',
    },
  ],
  check({ model, lines, text }, report) {
    for (const section of ['networks', 'volumes', 'configs', 'secrets'] as const) {
      for (const { value } of model.section(section).values()) {
        const external = value?.get('external');
        const entry = external?.value.kind === 'mapping' ? external.value.get('name') : undefined;
        const name = asText(entry?.value);
        if (!value || !external || !entry || !name) continue;
        report({
          at: entry.key.at,
          message: "'external.name' is deprecated. Use 'name' beside 'external: true'.",
          tag: 'deprecated',
          fixes: () => {
            const isSimple = external.value.kind === 'mapping' && external.value.entries.length === 1;
            if (!isSimple || value.flow || value.get('name')) return [];
            const lineStart = lines.start(lines.lineAt(external.key.at.start));
            const indent = text.slice(lineStart, external.key.at.start);
            const at = { start: external.colon + 1, end: external.value.at.end };
            if (indent.trim() !== '') return [];
            const newText = ` true\n${indent}name: ${text.slice(name.at.start, name.at.end)}`;
            return [{ title: "Use 'name' beside 'external: true'", safe: true, edits: [{ at, newText }] }];
          },
        });
      }
    }
  },
});
