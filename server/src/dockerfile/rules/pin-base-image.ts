import { quote } from '../../text/quote.ts';
import { hadolintBase } from '../model/hadolintBase.ts';
import type { From } from '../model/instructions.ts';
import { dockerfileRule } from '../rule.ts';

export const pinBaseImage = dockerfileRule({
  id: 'pin-base-image',
  summary: 'A base image has a tag or a digest.',
  why: "Without one Docker takes 'latest', which is another image from one day to the next.",
  category: 'reproducibility',
  severity: 'warning',
  recommended: true,
  fixable: false,
  same: ['hadolint/DL3006'],
  examples: [
    { bad: 'FROM «debian»\n', good: 'FROM debian:12\nFROM scratch\n' },
    {
      bad: 'FROM --platform=$BUILDPLATFORM «registry.example.com:5000/team/node» AS build\n',
      good: 'FROM node:22 AS build\nFROM build\n',
    },
  ],
  check({ model }, report, { exact }) {
    const aliases = new Set<string>();
    for (const { from } of model.stages) {
      const { base } = from;
      if (base !== undefined && (exact ? isUntaggedForHadolint(from, aliases) : isUntagged(from))) {
        report({
          at: base.span,
          message: `${quote(base.text)} has neither tag nor digest, so it changes from one day to the next. Name a version.`,
        });
      }
      const alias = exact ? hadolintBase(from).alias : undefined;
      if (alias !== undefined) aliases.add(alias);
    }
  },
});

function isUntaggedForHadolint(from: From, aliases: ReadonlySet<string>): boolean {
  const { name, tag, digest } = hadolintBase(from);
  if (tag !== undefined || digest !== undefined) return false;
  return name !== 'scratch' && !name.startsWith('$') && !aliases.has(name);
}

/** A base that is a variable is what the person who builds says it is. */
function isUntagged({ base, stage }: From): boolean {
  const image = stage?.image;
  if (image === undefined || image.error !== undefined || base?.text.startsWith('$')) return false;
  return image.tag === undefined && image.digest === undefined;
}
