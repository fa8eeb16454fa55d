import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { defaultConfiguration } from '../../lint/configuration.ts';
import { lint } from '../../lint/run.ts';
import { dockerfile } from '../language.ts';

const configuration = { ...defaultConfiguration, profile: 'buildkit' } as const;
const EXPERIMENTAL = '# check=experimental=all\n';

/** What the profile `buildkit` finds besides errors: names of checks, each with its line counted from 1. */
function found(text: string, ignored: readonly string[] = []): string {
  const surroundings = { ignored };
  const file = dockerfile.parse('file:///project/Dockerfile', text, surroundings);
  const diagnostics = lint(dockerfile, file, configuration, (id, error) => {
    throw new Error(id, { cause: error });
  });
  return diagnostics
    .flatMap(({ aliases, at, ruleId }) => {
      const check = aliases.find((alias) => alias.startsWith('buildkit/'))?.slice('buildkit/'.length);
      return dockerfile.rules.some(({ id }) => id === ruleId) ? [`${check} ${file.lines.lineAt(at.start) + 1}`] : [];
    })
    .sort()
    .join(', ');
}

/** Files with the checks that a build reports for them, sorted. */
const cases: Readonly<Record<string, readonly (readonly [text: string, found: string])[]>> = {
  StageNameCasing: [
    ['FROM alpine AS base', ''],
    ['FROM alpine AS Base', 'StageNameCasing 1'],
    ['# check=skip=StageNameCasing\nFROM alpine AS Base', ''],
    ['FROM alpine AS base\n# check=skip=StageNameCasing\nFROM alpine AS Last', ''],
    ['FROM alpine AS base\n# check=skip=StageNameCasing\nFROM alpine AS last\nFROM alpine AS End', 'StageNameCasing 4'],
  ],
  FromAsCasing: [
    ['FROM alpine as base', 'FromAsCasing 1'],
    ['from alpine AS base', 'FromAsCasing 1'],
    ['from alpine as base', ''],
    ['FROM alpine As base', 'FromAsCasing 1'],
    ['From alpine as base\nRUN a\nRUN b', 'ConsistentInstructionCasing 1'],
    ['ARG A\n# check=skip=FromAsCasing\nFROM alpine as base', ''],
  ],
  NoEmptyContinuation: [
    ['FROM alpine\nRUN a \\\n\n  b', 'NoEmptyContinuation 3'],
    ['FROM alpine\nRUN a \\\n\n  b \\\n   \n  c', 'NoEmptyContinuation 3'],
    ['FROM alpine\nRUN a \\\n# note\n  b', ''],
    ['FROM alpine\nCOPY <<EOF /x\na \\\n\nb\nEOF', ''],
    ['FROM alpine\n# check=skip=NoEmptyContinuation\nRUN a \\\n\n  b', 'NoEmptyContinuation 4'],
    ['# check=skip=NoEmptyContinuation\nFROM alpine\nRUN a \\\n\n  b', ''],
  ],
  ConsistentInstructionCasing: [
    ['FROM alpine\nrun a', 'ConsistentInstructionCasing 2'],
    ['FROM alpine\nrun a\nrun b', 'ConsistentInstructionCasing 1'],
    ['from alpine\nrun a', ''],
    ['from alpine\nRUN a', 'ConsistentInstructionCasing 1'],
    ['FROM alpine\nRun a', 'ConsistentInstructionCasing 2'],
    ['From alpine\nRun a', 'ConsistentInstructionCasing 1, ConsistentInstructionCasing 2'],
    ['arg A\nFROM alpine\nRUN a', ''],
    ['FROM alpine\nONBUILD run a', ''],
    ['FROM alpine\n# check=skip=ConsistentInstructionCasing\nrun a', 'ConsistentInstructionCasing 3'],
  ],
  DuplicateStageName: [
    ['FROM alpine AS a\nFROM alpine AS a', 'DuplicateStageName 2'],
    ['FROM alpine AS a\nFROM alpine AS A', 'DuplicateStageName 2, StageNameCasing 2'],
    ['FROM alpine AS a\nFROM alpine AS b\nFROM alpine\nFROM alpine', ''],
    ['FROM alpine AS a\n# check=skip=DuplicateStageName\nFROM alpine AS a', 'DuplicateStageName 3'],
  ],
  ReservedStageName: [
    ['FROM alpine AS scratch', 'ReservedStageName 1'],
    ['FROM alpine AS Context', 'ReservedStageName 1, StageNameCasing 1'],
    ['FROM scratch AS contexts', ''],
  ],
  JSONArgsRecommended: [
    ['FROM alpine\nCMD a b\nENTRYPOINT c', 'JSONArgsRecommended 2, JSONArgsRecommended 3'],
    ['FROM alpine\nCMD', 'JSONArgsRecommended 2'],
    ['FROM alpine\nCMD ["a"]\nENTRYPOINT []', ''],
    ["FROM alpine\nCMD ['a']", 'JSONArgsRecommended 2'],
    ['FROM alpine\nCMD ["a",]', 'JSONArgsRecommended 2'],
    ['FROM alpine\nHEALTHCHECK CMD a\nRUN b', ''],
    ['FROM alpine\nSHELL ["/bin/sh"]\nCMD a', ''],
    ['FROM alpine\nCMD a\nSHELL ["/bin/sh"]', 'JSONArgsRecommended 2'],
    ['FROM alpine AS a\nSHELL ["/bin/sh"]\nFROM a\nCMD a\nFROM alpine\nCMD a', 'JSONArgsRecommended 6'],
    ['FROM alpine\n# check=skip=all\nCMD a', ''],
  ],
  MaintainerDeprecated: [
    ['FROM alpine\nMAINTAINER me', 'MaintainerDeprecated 2'],
    ['FROM alpine\nMAINTAINER', 'MaintainerDeprecated 2'],
    ['FROM alpine\n# check=skip=MaintainerDeprecated\nMAINTAINER me', ''],
  ],
  UndefinedArgInFrom: [
    ['FROM alpine:${VRESION:-3}', 'UndefinedArgInFrom 1'],
    ['ARG VERSION\nFROM alpine:${VERSION:-3}', ''],
    ['FROM alpine:${A:-3}${A:-4}${B:-5}', 'UndefinedArgInFrom 1, UndefinedArgInFrom 1'],
    ['FROM --platform=${P:-linux} alpine AS linux', 'UndefinedArgInFrom 1'],
    ['FROM --platform=$BUILDPLATFORM alpine:${TARGETARCH}', ''],
    ['FROM alpine:3${HTTP_PROXY}', 'UndefinedArgInFrom 1'],
    ['FROM alpine:${A:-3}\nFROM alpine:${A:-3}', 'UndefinedArgInFrom 1, UndefinedArgInFrom 2'],
    ['FROM alpine AS a\nARG A=3\nFROM alpine:${A:-3}', 'UndefinedArgInFrom 3'],
    ['# check=skip=UndefinedArgInFrom\nFROM alpine:${A:-3}', ''],
  ],
  InvalidDefaultArgInFrom: [
    ['ARG A\nFROM $A', 'InvalidDefaultArgInFrom 2'],
    ['ARG A\nFROM alpine:$A', 'InvalidDefaultArgInFrom 2'],
    ['ARG A\nFROM alpine:${A:-3}', ''],
    ['ARG A\nARG B=alpine:$A\nFROM $B', 'InvalidDefaultArgInFrom 3'],
    ['ARG A=alpine\nFROM $A', ''],
    ['ARG A\nFROM alpine$A', ''],
    ['FROM ALPINE', 'InvalidDefaultArgInFrom 1'],
    ['FROM alpine AS Base\nFROM Base', 'InvalidDefaultArgInFrom 2, StageNameCasing 1'],
    ['FROM alpine:$TARGETARCH', ''],
    ['FROM alpine:$TARGETVARIANT', 'InvalidDefaultArgInFrom 1'],
    ['ARG A\n# check=skip=InvalidDefaultArgInFrom\nFROM $A', 'InvalidDefaultArgInFrom 3'],
    ['# check=skip=InvalidDefaultArgInFrom\nARG A\nFROM $A', ''],
  ],
  UndefinedVar: [
    ['FROM scratch\nCOPY $A $B', 'UndefinedVar 2, UndefinedVar 2'],
    ['FROM scratch\nCOPY $A/$A $A', 'UndefinedVar 2, UndefinedVar 2'],
    ['FROM scratch\nENV A=${X:-y} B=${X:+y}', 'UndefinedVar 2, UndefinedVar 2'],
    ['FROM scratch\nENV A="$X" B=\'$X\' C=\\$X', 'UndefinedVar 2'],
    ['FROM scratch\nENV A=b C=$A', 'UndefinedVar 2'],
    ['FROM scratch\nARG A=b C=$A', ''],
    ['FROM scratch\nARG A\nLABEL x=$A', ''],
    ['ARG A=1\nFROM scratch\nLABEL x=$A', 'UndefinedVar 3'],
    ['ARG A=1\nFROM scratch\nARG A\nLABEL x=$A', ''],
    ['FROM scratch AS a\nARG A\nENV B=c\nFROM a\nLABEL x=$A y=$B', ''],
    ['FROM scratch AS a\nENV B=c\nFROM scratch\nCOPY --from=a $B /x', 'UndefinedVar 4'],
    ['FROM scratch\nEXPOSE $PORT', ''],
    ['FROM scratch\nRUN echo $A\nCMD ["$A"]\nENTRYPOINT ["$A"]\nHEALTHCHECK CMD $A\nONBUILD ENV A=$B\nSHELL ["$A"]', ''],
    ['FROM scratch\nRUN --mount=type=cache,target=$A true', 'UndefinedVar 2'],
    ['FROM scratch\nCOPY <<EOF /x\n$A "$B" \'$C\' \\$D\nEOF', 'UndefinedVar 3, UndefinedVar 3, UndefinedVar 3'],
    ['FROM scratch\nCOPY <<"EOF" /x\n$A\nEOF', ''],
    ['FROM scratch\nENV PATH=/x:$PATH', ''],
    ['FROM scratch\nLABEL x=$HTTP_PROXY', 'UndefinedVar 2'],
    ['FROM scratch\nLABEL x=$BUILDKIT_SBOM_SCAN_STAGE', ''],
    ['FROM scratch\nLABEL x=$TARGETARCH', 'UndefinedVar 2'],
    ['FROM scratch\nLABEL $A=b', 'UndefinedVar 2'],
    ['FROM scratch\nCOPY --chown=$A --exclude=$B a /x', 'UndefinedVar 2'],
    ['FROM scratch\n# check=skip=UndefinedVar\nLABEL x=$A\nLABEL x=$A', 'UndefinedVar 4'],
  ],
  WorkdirRelativePath: [
    ['FROM alpine\nWORKDIR a', 'WorkdirRelativePath 2'],
    ['FROM alpine\nWORKDIR a\nWORKDIR b', 'WorkdirRelativePath 2'],
    ['FROM alpine\nWORKDIR /a\nWORKDIR b', ''],
    ['FROM alpine AS a\nWORKDIR /a\nFROM a\nWORKDIR b', ''],
    ['FROM alpine AS a\nFROM a\nWORKDIR b', 'WorkdirRelativePath 3'],
    ['FROM alpine\nENV A=/a\nWORKDIR $A/b\nWORKDIR c', ''],
    ['FROM alpine\nENV A=a\nWORKDIR $A', 'WorkdirRelativePath 3'],
    ['FROM --platform=$BUILDPLATFORM mcr.microsoft.com/windows/nanoserver:1\nWORKDIR C:/a', ''],
    ['FROM alpine\n# check=skip=WorkdirRelativePath\nWORKDIR a', ''],
  ],
  MultipleInstructionsDisallowed: [
    ['FROM alpine\nCMD ["a"]\nCMD ["b"]', 'MultipleInstructionsDisallowed 2'],
    ['FROM alpine\nCMD ["a"]\nCMD ["b"]\nCMD ["c"]', 'MultipleInstructionsDisallowed 2, MultipleInstructionsDisallowed 3'],
    ['FROM alpine\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]', 'MultipleInstructionsDisallowed 2'],
    ['FROM alpine\nHEALTHCHECK CMD a\nHEALTHCHECK NONE', 'MultipleInstructionsDisallowed 2'],
    ['FROM alpine AS a\nCMD ["a"]\nFROM a\nCMD ["b"]', ''],
    ['FROM alpine\nCMD ["a"]\nENTRYPOINT ["b"]', ''],
    ['FROM alpine\nCMD ["a"]\n# check=skip=MultipleInstructionsDisallowed\nCMD ["b"]', ''],
    ['FROM alpine\n# check=skip=MultipleInstructionsDisallowed\nCMD ["a"]\nCMD ["b"]', 'MultipleInstructionsDisallowed 3'],
  ],
  LegacyKeyValueFormat: [
    ['FROM alpine\nENV a b c', 'LegacyKeyValueFormat 2'],
    ['FROM alpine\nLABEL a b', 'LegacyKeyValueFormat 2'],
    ['FROM alpine\nENV a = b', 'LegacyKeyValueFormat 2'],
    ['FROM alpine\nENV a=b c=d', ''],
    ['FROM alpine\nENV a', ''],
    ['FROM alpine\n# check=skip=LegacyKeyValueFormat\nENV a b', ''],
  ],
  RedundantTargetPlatform: [
    ['FROM --platform=$TARGETPLATFORM alpine', 'RedundantTargetPlatform 1'],
    ['FROM --platform=${TARGETPLATFORM} alpine', 'RedundantTargetPlatform 1'],
    ['FROM --platform=${TARGETPLATFORM:-linux/amd64} alpine', 'RedundantTargetPlatform 1'],
    ['FROM --platform=$BUILDPLATFORM alpine', ''],
    ['FROM --platform=$TARGETOS/$TARGETARCH alpine', ''],
    ['ARG A\n# check=skip=RedundantTargetPlatform\nFROM --platform=$TARGETPLATFORM alpine', ''],
  ],
  FromPlatformFlagConstDisallowed: [
    ['FROM --platform=linux/amd64 alpine', 'FromPlatformFlagConstDisallowed 1'],
    ['FROM --platform=linux/amd64 alpine AS base', 'FromPlatformFlagConstDisallowed 1'],
    ['FROM --platform=linux/amd64 alpine AS build-amd64', ''],
    ['FROM --platform=linux/amd64 alpine AS linux', ''],
    ['FROM --platform=linux/arm64 alpine AS build-amd64', 'FromPlatformFlagConstDisallowed 1'],
    ['FROM --platform=linux/$TARGETARCH alpine', ''],
    ['FROM --platform= alpine', ''],
    ['ARG A\n# check=skip=FromPlatformFlagConstDisallowed\nFROM --platform=linux/amd64 alpine', ''],
  ],
  SecretsUsedInArgOrEnv: [
    ['FROM alpine\nENV A_KEY=b', 'SecretsUsedInArgOrEnv 2'],
    ['FROM alpine\nARG npm_token', 'SecretsUsedInArgOrEnv 2'],
    ['FROM alpine\nARG PASSWORD=a SECRET\nENV AUTH=a', 'SecretsUsedInArgOrEnv 2, SecretsUsedInArgOrEnv 2, SecretsUsedInArgOrEnv 3'],
    ['ARG TOKEN\nFROM alpine\nLABEL token=a', ''],
    ['FROM alpine\nENV KEYS=a TOKENIZER=b MONKEY=c', ''],
    ['FROM alpine\nENV PUBLIC_KEY=a KEY_FILE=b SECRET_VERSION=c', ''],
    ['FROM alpine\n# check=skip=SecretsUsedInArgOrEnv\nENV KEY=a', ''],
  ],
  InvalidDefinitionDescription: [
    ['# about\nARG A\nFROM alpine', ''],
    [`${EXPERIMENTAL}# about\nARG A\nFROM alpine`, 'InvalidDefinitionDescription 3'],
    [`${EXPERIMENTAL}# A is this\nARG A\nFROM alpine`, ''],
    [`${EXPERIMENTAL}# about\n\nARG A\nFROM alpine`, 'InvalidDefinitionDescription 4'],
    [`${EXPERIMENTAL}# about\n#\nARG A\nFROM alpine`, ''],
    [`${EXPERIMENTAL}# about\n# A is this\nARG A\nFROM alpine`, ''],
    [`${EXPERIMENTAL}# A is this\n# and that\nARG A\nFROM alpine`, 'InvalidDefinitionDescription 4'],
    [`${EXPERIMENTAL}# about\nFROM alpine`, ''],
    [`${EXPERIMENTAL}# base is it\nFROM alpine AS base`, ''],
    [`${EXPERIMENTAL}# Base is it\nFROM alpine AS base`, 'InvalidDefinitionDescription 3'],
    [`${EXPERIMENTAL}# B is it\nARG A B\nFROM alpine`, ''],
    [`${EXPERIMENTAL}FROM alpine\n# about\nARG A`, 'InvalidDefinitionDescription 4'],
    ['# check=experimental=InvalidDefinitionDescription;skip=all\n# about\nARG A\nFROM alpine', 'InvalidDefinitionDescription 3'],
    ['# check=experimental=invalidDefinitionDescription\n# about\nARG A\nFROM alpine', ''],
    ['FROM alpine\n# check=experimental=all\n# about\nARG A\n# about\nARG B', 'InvalidDefinitionDescription 4'],
  ],
  ExposeProtoCasing: [
    ['FROM alpine\nEXPOSE 80/TCP 81/Udp 82/tcp', 'ExposeProtoCasing 2, ExposeProtoCasing 2'],
    ['FROM alpine\nENV P=80/TCP\nEXPOSE $P', 'ExposeProtoCasing 3'],
    ['FROM alpine\n# check=skip=ExposeProtoCasing\nEXPOSE 80/TCP', ''],
  ],
  ExposeInvalidFormat: [
    ['FROM alpine\nEXPOSE 127.0.0.1:80:80 81:81 82', 'ExposeInvalidFormat 2, ExposeInvalidFormat 2'],
    ['FROM alpine\n# check=skip=ExposeInvalidFormat\nEXPOSE 80:80', ''],
  ],
  suppression: [
    ['# check=skip=all\nFROM alpine AS A\nMAINTAINER x', ''],
    ['# check=skip=MaintainerDeprecated, StageNameCasing\nFROM alpine AS A\nMAINTAINER x', 'StageNameCasing 2'],
    ['# check=skip=MaintainerDeprecated,StageNameCasing\nFROM alpine AS A\nMAINTAINER x', ''],
    ['# check=skip=maintainerdeprecated\nFROM alpine\nMAINTAINER x', 'MaintainerDeprecated 3'],
    ['# CHECK = skip=all\nFROM alpine\nMAINTAINER x', ''],
    ['# note\n# check=skip=all\nFROM alpine AS a\nMAINTAINER x', 'MaintainerDeprecated 4'],
    ['#!/bin/x\n# check=skip=all\nFROM alpine\nMAINTAINER x', ''],
    ['  # check=skip=all\nFROM alpine\nMAINTAINER x', 'MaintainerDeprecated 3'],
    ['FROM alpine\n  # check=skip=all\nMAINTAINER x', 'MaintainerDeprecated 3'],
    ['FROM alpine\n# check=skip=all\n\nMAINTAINER x', ''],
    ['FROM alpine\n# check=skip=all\n#\nMAINTAINER x', 'MaintainerDeprecated 4'],
    ['FROM alpine\n# check=skip=A\n# check=skip=all\nMAINTAINER x', 'MaintainerDeprecated 4'],
    ['FROM alpine\n# check=nonsense\n# check=skip=all\nMAINTAINER x', 'MaintainerDeprecated 4'],
    ['FROM alpine\nMAINTAINER \\\n# check=skip=all\n x', 'MaintainerDeprecated 2'],
    ['FROM alpine\n# check=error=true;skip=all\nMAINTAINER x', ''],
  ],
}; // biome-ignore format: one table

describe('build checks', () => {
  for (const [group, list] of Object.entries(cases)) {
    describe(group, () => {
      for (const [text, expected] of list) it(JSON.stringify(text), () => assert.equal(found(text), expected));
    });
  }

  it('CopyIgnoredFile', () => {
    const text =
      'FROM alpine\nCOPY a b /x/\nADD ./a /x/\n# check=skip=CopyIgnoredFile\nCOPY a /x\nCOPY --from=b a /x\n';
    assert.equal(found(text, ['a']), 'CopyIgnoredFile 2, CopyIgnoredFile 3');
  });

  it('are errors when the file says so', () => {
    const severities = (text: string) => {
      const file = dockerfile.parse('file:///project/Dockerfile', text);
      return lint(dockerfile, file, configuration, assert.fail).map(({ severity }) => severity);
    };
    assert.deepEqual(severities('# check=error=true\nFROM alpine\nMAINTAINER x'), ['error']);
    assert.deepEqual(severities('# check=error=false\nFROM alpine\nMAINTAINER x'), ['warning']);
    assert.deepEqual(severities('FROM alpine\n# check=error=true\nMAINTAINER x'), ['warning']);
    assert.deepEqual(severities('# check=skip=all;error=true\nFROM alpine\nMAINTAINER x'), []);
  });
});
