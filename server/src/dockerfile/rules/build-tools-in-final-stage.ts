import type { Command, Word } from '../../shell/command.ts';
import type { OptionSyntax } from '../../shell/options.ts';
import { apk, aptGet, dnf, objectsOf, verbOf } from '../../shell/packageManagers.ts';
import { quote } from '../../text/quote.ts';
import { layersOfImage } from '../model/layers.ts';
import { dockerfileRule } from '../rule.ts';

const tools =
  /^(?:build-essential|build-base|alpine-sdk|base-devel|(?:gcc|g\+\+|clang|llvm|make|cmake|ninja-build|ninja|autoconf|automake|libtool|bison|flex|gfortran|rustc|cargo|musl-dev|libc6?-dev|libc-dev|linux-headers|kernel-headers|kernel-devel|glibc-devel|gcc-c\+\+|python3?-dev|python3-devel|maven|gradle)(?:-\d[\w.]*)?)(?:[=~<>].*)?$/;

const managers: readonly (readonly [program: string, options: OptionSyntax, install: string[], remove: string[]])[] = [
  ['apt-get', aptGet, ['install'], ['remove', 'purge', 'autoremove']],
  ['apt', aptGet, ['install'], ['remove', 'purge', 'autoremove']],
  ['apk', apk, ['add'], ['del']],
  ['yum', dnf, ['install', 'groupinstall'], ['remove', 'erase', 'autoremove']],
  ['dnf', dnf, ['install', 'groupinstall'], ['remove', 'erase', 'autoremove']],
  ['microdnf', dnf, ['install'], ['remove']],
];

export const buildToolsInFinalStage = dockerfileRule({
  id: 'build-tools-in-final-stage',
  summary: 'Compilers and build tools stay out of the final image.',
  why: 'They make the image hundreds of megabytes larger and give an attacker something to work with. A stage of its own can build, and the final one copy the result.',
  category: 'size',
  severity: 'info',
  recommended: false,
  fixable: false,
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && apt-get install -y «gcc» curl\n',
      good: 'FROM debian:13 AS build\nRUN apt-get update && apt-get install -y gcc\nFROM debian:13\nCOPY --from=build /app /app\n',
    },
    {
      bad: 'FROM alpine\nRUN apk add «build-base»\n',
      good: 'FROM alpine\nRUN apk add --virtual .tools build-base && make && apk del .tools\n',
    },
  ],
  check({ model }, report) {
    const stages = layersOfImage(model);
    for (const [program, options, install, remove] of managers) {
      for (const { run, command } of model.executions.of(program)) {
        if (run.stage === undefined || !stages.has(run.stage)) continue;
        if (verbOf(command, options, install, false) === undefined) continue;
        const [first, ...others] = objectsOf(command, options).filter(({ text }) => tools.test(text));
        if (first === undefined || isRemoved(run.script.named(program), options, remove)) continue;
        report({
          at: first.span,
          message: `${quote(first.text)} is a build tool, and it stays in the final image. Build in another stage and copy the result, or remove it in the same RUN.`,
          ...(others.length > 0 && { related: others.map(toRelated) }),
        });
      }
    }
  },
});

function toRelated({ span, text }: Word): { at: Word['span']; message: string } {
  return { at: span, message: `${quote(text)} is another one.` };
}

function isRemoved(commands: readonly Command[], options: OptionSyntax, remove: readonly string[]): boolean {
  return commands.some((command) => verbOf(command, options, remove, false) !== undefined);
}
