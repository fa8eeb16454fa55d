import { closest } from '../../lint/closest.ts';
import type { Fix } from '../../lint/rule.ts';
import type { ComposeFile } from '../model/file.ts';
import type { Project } from '../model/project.ts';
import { type Reference, type Section, singular } from '../model/references.ts';
import { composeError } from './error.ts';

export const undefinedReference = composeError({
  id: 'undefined-reference',
  summary: 'Services, networks, volumes, configs, secrets and models must be defined before they are used.',
  why: 'Compose refuses a project in which a service refers to something that no file defines.',
  examples: [
    {
      bad: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      - «bd»\n',
      good: 'services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n',
    },
    {
      bad: 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - «data»:/var/lib/postgresql/data\n',
      good: 'services:\n  db:\n    image: postgres:17\n    volumes:\n      - data:/var/lib/postgresql/data\nvolumes:\n  data:\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    networks:\n      «front»:\n        aliases: [site]\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    networks:\n      front:\n        aliases: [site]\nnetworks:\n  front:\n',
    },
    {
      bad: 'services:\n  web:\n    image: nginx:1.27\n    network_mode: service:«vpn»\n',
      good: 'services:\n  web:\n    image: nginx:1.27\n    network_mode: none\n',
    },
  ],
  check(file, report) {
    const { model } = file;
    for (const reference of model.references) {
      if (reference.file !== undefined) checkExtended(model, reference, report);
      else if (model.isComplete && !isDefined(model, reference)) {
        report({ at: reference.at, message: message(model, reference), fixes: () => fixes(file, reference) });
      }
    }
  },
});

function isDefined(model: Project, { section, name }: Reference): boolean {
  if (section === 'networks' && name === 'default') return true;
  return model.defines(section, name) || model.siblingDefines(section, name);
}

function checkExtended(
  model: Project,
  { file, name, at }: Reference,
  report: Parameters<typeof undefinedReference.check>[1],
): void {
  const other = file === undefined ? undefined : model.context.file(file);
  if (!other || other.service(name) || other.hasUnknownInclude) return;
  report({ at, message: `There is no service '${name}' in '${file}'.` });
}

function message(model: Project, { section, name }: Reference): string {
  const kind = singular[section];
  const near = closest(name, namesOf(model, section));
  if (near) return `There is no ${kind} '${name}'. Use '${near}', or define it.`;
  if (section === 'volumes' && name.includes('/')) {
    return `There is no volume '${name}'. Write './${name}' for a path beside the file.`;
  }
  return `There is no ${kind} '${name}'. Define it under '${section}:' at top level.`;
}

function namesOf(model: Project, section: Section): readonly string[] {
  return [...model.section(section).keys()];
}

function fixes(file: ComposeFile, reference: Reference): Fix[] {
  const { section, name, at } = reference;
  const found: Fix[] = [];
  const near = closest(name, namesOf(file.model, section));
  if (near) found.push({ title: `Change to '${near}'`, safe: false, edits: [{ at, newText: near }] });
  if (section === 'volumes' && name.includes('/')) {
    found.push({
      title: `Change to './${name}'`,
      safe: false,
      edits: [{ at: { start: at.start, end: at.start }, newText: './' }],
    });
  } else if ((section === 'networks' || section === 'volumes') && /^[a-zA-Z0-9._-]+$/.test(name)) {
    const definition = define(file, section, name);
    if (definition) found.push(definition);
  }
  return found;
}

/** Adds the name to its section, which is made at the end of the file when there is none. */
function define(file: ComposeFile, section: Section, name: string): Fix | undefined {
  const title = `Define ${singular[section]} '${name}'`;
  const root = file.model.roots[0];
  if (!root || file.model.roots.length > 1 || root.flow) return undefined;
  const entry = root.get(section);
  if (!entry) {
    const end = file.text.length;
    const newline = file.text.endsWith('\n') ? '' : '\n';
    const newText = `${newline}${section}:\n  ${name}:\n`;
    return { title, safe: false, edits: [{ at: { start: end, end }, newText }] };
  }
  if (entry.value.kind !== 'mapping' || entry.value.flow) return undefined;
  const line = file.lines.lineAt(entry.key.at.start);
  const start = file.lines.start(line + 1);
  const first = entry.value.entries[0];
  if (!first || file.lines.lineAt(first.at.start) <= line) return undefined;
  const indent = first.at.start - file.lines.start(file.lines.lineAt(first.at.start));
  return { title, safe: false, edits: [{ at: { start, end: start }, newText: `${' '.repeat(indent)}${name}:\n` }] };
}
