/** The reference of the command line, and the hook definition for pre-commit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandHelp } from '../../server/src/cli/arguments.ts';
import { reporters } from '../../server/src/cli/reporters/index.ts';
import { commands } from '../../server/src/cli/run.ts';
import { namePatterns, notADockerfile } from '../../server/src/languageIds.ts';
import type { Generated } from './main.ts';

const BEGIN = '<!-- generated: commands -->';
const END = '<!-- /generated -->';

export async function generateCommandLine(root: string): Promise<Generated[]> {
  return [commandReference(root), hooks(root)];
}

/** Keeps the prose of docs/command-line.md and writes what lies between the marks. */
function commandReference(root: string): Generated {
  const path = 'docs/command-line.md';
  const page = readFileSync(join(root, path), 'utf8');
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin === -1 || end < begin) throw new Error(`${path} must hold '${BEGIN}' and '${END}'`);
  const helps = commands.map(
    (command) => `### ${command.name}\n\n\`\`\`text\n${commandHelp(command).trimEnd()}\n\`\`\``,
  );
  const text = `${page.slice(0, begin + BEGIN.length)}\n${helps.join('\n\n')}\n${page.slice(end)}`;
  for (const format of Object.keys(reporters)) {
    if (!text.includes(`\`${format}\``)) throw new Error(`${path} must describe the format '${format}'`);
  }
  return { path, text };
}

function hooks(root: string): Generated {
  const manifest: { name: string; version: string } = JSON.parse(
    readFileSync(join(root, 'server/package.json'), 'utf8'),
  );
  const program = `${manifest.name}@${manifest.version}`;
  const bare = (pattern: RegExp): string => pattern.source.replace(/^\^/, '').replace(/\$$/, '').replaceAll('\\/', '/');
  const linted = Object.values(namePatterns).map(bare).join('|');
  const formatted = [namePatterns.dockerfile, namePatterns.compose].map(bare).join('|');
  const hook = (id: string, name: string, entry: string, names: string): string[] => [
    `- id: ${id}`,
    `  name: ${name}`,
    `  entry: ${entry}`,
    '  language: node',
    `  additional_dependencies: ['${program}']`,
    `  files: '(?i)(^|/)(?:${names})$'`,
    `  exclude: '(?i)(^|/)(?:docker|container)file.*(?:${notADockerfile.source.replaceAll('\\/', '/')})'`,
  ];
  const text = [
    "# Written by 'npm run generate'.",
    ...hook('dockwright-lint', 'Lint Dockerfiles and Compose files', 'dockwright lint', linted),
    ...hook('dockwright-fix', 'Fix Dockerfiles and Compose files', 'dockwright lint --fix', linted),
    ...hook('dockwright-format', 'Format Dockerfiles and Compose files', 'dockwright format', formatted),
    '',
  ].join('\n');
  return { path: '.pre-commit-hooks.yaml', text };
}
