import { parseImageReference } from '../../image/reference.ts';
import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';
import type { DockerfileFile } from '../model/file.ts';
import { hadolintBase, splitAsHadolint } from '../model/hadolintBase.ts';
import type { Instruction } from '../model/instructions.ts';
import { dockerfileRule, reportIn } from '../rule.ts';

export const trustedRegistry = dockerfileRule({
  id: 'trusted-registry',
  summary: 'Images come from registries that the project trusts.',
  why: 'Whoever runs a registry decides what is in its images; the configuration lists those to rely on.',
  category: 'security',
  severity: 'error',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3026'],
  examples: [
    {
      bad: 'FROM «registry.example.com/debian:12»\nCOPY --from=«ghcr.io/team/tool:1» /tool /tool\n',
      good: 'FROM docker.io/library/debian:12 AS build\nFROM debian:12\nCOPY --from=build /tool /tool\n',
      options: { trustedRegistries: ['docker.io'] },
    },
  ],
  check(file, report, options) {
    const { trustedRegistries: trusted, exact } = options;
    if (trusted.length === 0) return;
    const reportOnce = reportIn(file, report, options);
    for (const { instruction, at, registry } of exact ? imagesAsHadolint(file) : images(file)) {
      if (registry === undefined || isTrusted(registry, trusted)) continue;
      reportOnce(instruction, {
        at,
        message: `${quote(registry)} is not among the trusted registries: ${trusted.map(quote).join(', ')}.`,
      });
    }
  },
});

function isTrusted(registry: string, trusted: readonly string[]): boolean {
  const names = registry === 'docker.io' ? ['docker.io', 'hub.docker.com'] : [registry];
  return trusted.some((pattern) => names.some((name) => matches(name, pattern)));
}

function matches(name: string, pattern: string): boolean {
  if (pattern.startsWith('*')) return name.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

interface UsedImage {
  readonly instruction: Instruction;
  readonly at: Span;
  /** `undefined`: nothing to judge. */
  readonly registry: string | undefined;
}

/** Images of FROM, COPY and mounts whose name is known before the build. */
function images({ model }: DockerfileFile): UsedImage[] {
  const found: UsedImage[] = [];
  for (const stage of model.stages) {
    const { image, from } = stage;
    if (from.base === undefined || image === undefined) continue;
    found.push({ instruction: from, at: from.base.span, registry: image.domain?.text ?? 'docker.io' });
  }
  for (const { kind, target, isIndex, text, span, instruction } of model.references) {
    if (kind === 'from' || target !== undefined || isIndex || text.includes('$')) continue;
    const { domain } = parseImageReference(text);
    found.push({ instruction, at: span, registry: domain?.text ?? 'docker.io' });
  }
  return found;
}

/** The same without expanding anything, and with a stage number or a host without dot taken for an image of Docker Hub. */
function imagesAsHadolint({ model }: DockerfileFile): UsedImage[] {
  const found: UsedImage[] = [];
  const aliases = new Set<string>();
  const add = (instruction: Instruction, at: Span, text: string) => {
    const { registry, name } = splitAsHadolint(text);
    if (aliases.has(name) || (registry === undefined && name === 'scratch')) return;
    found.push({ instruction, at, registry: registry ?? 'docker.io' });
  };
  for (const instruction of model.instructions) {
    if (instruction.keyword === 'FROM') {
      const { base } = instruction;
      if (base !== undefined) add(instruction, base.span, base.text);
      const { alias } = hadolintBase(instruction);
      if (alias !== undefined) aliases.add(alias);
    } else if (instruction.keyword === 'COPY') {
      const value = instruction.from?.value;
      if (value !== undefined) add(instruction, value.span(0, value.text.length), value.text);
    } else if (instruction.keyword === 'RUN') {
      for (const { type, option } of instruction.mounts) {
        const value = type === 'bind' || type === 'cache' ? option('from')?.value : undefined;
        if (value !== undefined) add(instruction, value.span(0, value.text.length), value.text);
      }
    }
  }
  return found;
}
