import { asMapping } from '../model/nodes.ts';
import type { Project } from '../model/project.ts';
import { type Section, singular } from '../model/references.ts';
import { composeRule } from '../rule.ts';

const sections: readonly Section[] = ['networks', 'volumes', 'configs', 'secrets', 'models'];

export const unusedDefinition = composeRule({
  id: 'unused-definition',
  summary: 'Networks, volumes, configs, secrets and models should be used by a service.',
  why: 'What no service uses is not created and only misleads; often the reference is missing or misspelt.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\nvolumes:\n  «data»:\n',
      good: 'services:\n  db:\n    image: postgres:17\n',
    },
    {
      bad: 'services:\n  db:\n    image: postgres:17\n    networks: [back]\nnetworks:\n  back:\n  # Not yet\n  «front»:\n    driver: bridge\n',
      good: 'services:\n  db:\n    image: postgres:17\n    networks: [back]\nnetworks:\n  back:\n  # Not yet\n',
    },
  ],
  check({ model, lines, text }, report) {
    // Files that take part in another project may define things for it.
    if (model.role !== 'main' || model.hasUnknownInclude || [...model.services].length === 0) return;
    for (const section of sections) {
      const definitions = model.section(section);
      for (const { name, nameAt, entries } of definitions.values()) {
        if (isUsed(model, section, name)) continue;
        report({
          at: nameAt,
          message: `No service uses the ${singular[section]} '${name}'. Use it or remove it.`,
          tag: 'unnecessary',
          fixes: () => {
            const entry = entries[0];
            const isLast = definitions.size === 1;
            const removed = isLast && entry?.parent.parent?.kind === 'entry' ? entry.parent.parent : entry;
            if (!entry || entries.length > 1 || !removed || entry.parent.flow) return [];
            const last = lines.lineAt(removed.at.end);
            const start = lines.start(lines.lineAt(removed.at.start));
            const end = last + 1 < lines.count ? lines.start(last + 1) : text.length;
            const title = `Remove the ${singular[section]} '${name}'`;
            return [{ title, safe: false, edits: [{ at: { start, end }, newText: '' }] }];
          },
        });
      }
    }
  },
});

function isUsed(model: Project, section: Section, name: string): boolean {
  if (name.startsWith('x-') || (section === 'networks' && name === 'default')) return true;
  if (model.isUsed(section, name)) return true;
  // A reference with a variable may mean any name.
  return [...model.services].some((service) => {
    const value = service.value(section);
    const names = asMapping(value)?.effective.map((entry) => entry.name) ?? [];
    if (names.some((written) => written.includes('$'))) return true;
    if (section === 'volumes') return service.volumes.some(({ type }) => type === 'unknown');
    return value?.kind === 'sequence' && value.items.some((item) => item.kind === 'scalar' && item.value.includes('$'));
  });
}
