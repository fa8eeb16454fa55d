import { quote } from '../../text/quote.ts';
import type { Span } from '../../text/span.ts';
import type { Instruction, Run } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

type Version = readonly [major: number, minor: number];

interface Feature {
  readonly what: string;
  readonly since: Version;
  readonly at: Span;
}

/** First stable release of each flag, by instruction where that matters. */
const flags: Readonly<Record<string, Version>> = {
  'RUN mount': [1, 2],
  'RUN network': [1, 3],
  'RUN security': [1, 20],
  'COPY chmod': [1, 2],
  'ADD chmod': [1, 2],
  'COPY link': [1, 4],
  'ADD link': [1, 4],
  'COPY exclude': [1, 19],
  'ADD exclude': [1, 19],
  'COPY parents': [1, 20],
  'ADD keep-git-dir': [1, 6],
  'ADD checksum': [1, 6],
  'ADD unpack': [1, 17],
  'HEALTHCHECK start-interval': [1, 6],
};

const modifiers: Readonly<Record<string, Version>> = {
  '-': [1, 6],
  '+': [1, 6],
  '#': [1, 7],
  '##': [1, 7],
  '%': [1, 7],
  '%%': [1, 7],
  '/': [1, 7],
  '//': [1, 7],
};

export const syntaxVersionTooOld = dockerfileRule({
  id: 'syntax-version-too-old',
  summary: "The version in '# syntax=' knows everything that the file uses.",
  why: 'That version reads the file, however new the builder is, and fails on what came later.',
  category: 'correctness',
  severity: 'warning',
  recommended: true,
  fixable: true,
  examples: [
    {
      bad: '# syntax=docker/dockerfile:1.3\nFROM alpine\nCOPY «--link» a b\n',
      good: '# syntax=docker/dockerfile:1\nFROM alpine\nCOPY --link a b\n',
    },
    {
      bad: '# syntax=docker/dockerfile:1.2\nFROM alpine\nRUN «<<EOF»\ntrue\nEOF\n',
      good: '# syntax=docker/dockerfile:1\nFROM alpine\nRUN <<EOF\ntrue\nEOF\n',
    },
  ],
  check({ model }, report) {
    const { frontend } = model;
    const version = frontend?.version;
    if (frontend === undefined || version === undefined || !frontend.isDockerfile || frontend.isLabs) return;
    const put = ({ what, since, at }: Feature) => {
      if (since[0] < version[0] || (since[0] === version[0] && since[1] <= version[1])) return;
      const tag = frontend.span.start + frontend.image.lastIndexOf(':') + 1;
      report({
        at,
        message: `${what} needs 'docker/dockerfile:${since.join('.')}', and the file asks for '${version.join('.')}'. Ask for '1'.`,
        related: [{ at: frontend.span, message: 'The version the file asks for.' }],
        ...(!frontend.image.includes('@') && {
          fixes: () => [
            {
              title: "Ask for version '1'",
              safe: false,
              edits: [{ at: { start: tag, end: frontend.span.end }, newText: '1' }],
            },
          ],
        }),
      });
    };
    const directive = model.tree.directives.find(({ name }) => name === 'check');
    if (directive !== undefined) put({ what: "The directive 'check'", since: [1, 8], at: directive.nameSpan });
    for (const instruction of model.instructions) {
      for (const feature of featuresOf(instruction)) put(feature);
      if (instruction.keyword === 'ONBUILD' && instruction.trigger !== undefined)
        for (const feature of featuresOf(instruction.trigger)) put(feature);
    }
    for (const { modifier, span, name, variable } of model.variables.uses) {
      const since = Object.hasOwn(modifiers, modifier) ? modifiers[modifier] : undefined;
      if (since !== undefined) put({ what: `'\${${name}${modifier}…}'`, since, at: span });
      if (variable?.kind === 'platform' && name === 'TARGETSTAGE') put({ what: quote(name), since: [1, 11], at: span });
    }
  },
});

function* featuresOf(instruction: Instruction): Iterable<Feature> {
  const { keyword, heredocs } = instruction;
  for (const { marker } of heredocs) yield { what: 'A heredoc', since: [1, 4], at: marker };
  for (const { name, nameSpan, value } of instruction.flags) {
    const since = flags[`${keyword} ${name}`];
    if (since !== undefined) yield { what: `'--${name}'`, since, at: nameSpan };
    if (name === 'chmod' && value !== undefined && /[ugoa+=]/.test(value.text) && !value.text.includes('$'))
      yield { what: "A symbolic '--chmod'", since: [1, 14], at: nameSpan };
    const isTrigger = instruction.isTrigger && (name === 'from' || (name === 'mount' && value?.text.includes('from=')));
    if (isTrigger)
      yield { what: `ONBUILD with '${name === 'from' ? '--from' : 'from='}'`, since: [1, 11], at: nameSpan };
  }
  if (keyword === 'RUN' && instruction.flags.length > 0) yield* mountFeatures(instruction);
}

function* mountFeatures({ mounts }: Run): Iterable<Feature> {
  for (const { type, option } of mounts) {
    const size = type === 'tmpfs' ? option('size') : undefined;
    if (size !== undefined) yield { what: "'size'", since: [1, 4], at: size.span };
    const env = type === 'secret' ? option('env') : undefined;
    if (env !== undefined) yield { what: "'env'", since: [1, 10], at: env.span };
  }
}
