export interface DirectiveFacts {
  /** Markdown. */
  readonly documentation: string;
  readonly values: readonly { readonly value: string; readonly of: string }[];
}

/** Facts on the parser directives by name. */
export const directiveFacts: Readonly<Record<string, DirectiveFacts>> = {
  syntax: {
    documentation:
      'Image of the program that reads this file. `docker/dockerfile:1` always gives the newest stable features, whatever the builder has built in. Directives stand at the very top, before comments and blank lines.',
    values: [
      { value: 'docker/dockerfile:1', of: 'Newest stable version' },
      { value: 'docker/dockerfile:1-labs', of: 'Newest stable version with experimental features' },
      { value: 'docker/dockerfile-upstream:master', of: 'Newest development version' },
    ],
  },
  escape: {
    documentation:
      'Character that continues lines and escapes others: `\\` (default) or `` ` ``, which Windows paths ask for.',
    values: [
      { value: '`', of: 'For Windows paths' },
      { value: '\\', of: 'The default' },
    ],
  },
  check: {
    documentation:
      'What build checks do: `skip=` turns some or `all` off, `experimental=` turns some on, `error=true` makes findings fail the build. Parts are separated by `;`. Before an instruction, as a comment, it is for that instruction alone (since 1.21).',
    values: [
      { value: 'skip=', of: 'Turns checks off, by name, with commas' },
      { value: 'error=true', of: 'Findings fail the build' },
      { value: 'experimental=', of: 'Turns experimental checks on' },
    ],
  },
};

/** BuildKit's build checks, with what they find. */
export const buildChecks: Readonly<Record<string, string>> = {
  StageNameCasing: 'Names of stages should be lower case.',
  FromAsCasing: '`FROM` and `AS` should be in the same case.',
  NoEmptyContinuation: 'Blank lines inside a continued instruction.',
  ConsistentInstructionCasing: 'All instructions should be in the same case.',
  DuplicateStageName: 'A stage name is used twice.',
  ReservedStageName: '`scratch` and `context` cannot name a stage.',
  JSONArgsRecommended: '`CMD` and `ENTRYPOINT` should be in exec form, so that signals arrive.',
  MaintainerDeprecated: '`MAINTAINER` should be a label.',
  UndefinedArgInFrom: '`FROM` uses a variable that no global `ARG` declares.',
  InvalidDefaultArgInFrom: 'Without build arguments, `FROM` names no valid image.',
  UndefinedVar: 'A variable is used that nothing declares.',
  WorkdirRelativePath: 'A relative `WORKDIR` depends on the base image.',
  MultipleInstructionsDisallowed: 'Only the last `CMD`, `ENTRYPOINT` and `HEALTHCHECK` of a stage counts.',
  LegacyKeyValueFormat: '`ENV` and `LABEL` should be written with `=`.',
  InvalidBaseImagePlatform: 'The base image is for another platform.',
  RedundantTargetPlatform: '`--platform=$TARGETPLATFORM` is the default.',
  FromPlatformFlagConstDisallowed: '`--platform` should not be a constant.',
  SecretsUsedInArgOrEnv: '`ARG` and `ENV` keep secrets in the image.',
  CopyIgnoredFile: 'A source is excluded by `.dockerignore`.',
  InvalidDefinitionDescription: 'The comment above a stage or `ARG` should begin with its name. Experimental.',
  ExposeProtoCasing: 'Protocols of `EXPOSE` should be lower case.',
  ExposeInvalidFormat: '`EXPOSE` should name neither host addresses nor host ports.',
};

/** Page of Docker's documentation on a build check. */
export function buildCheckPage(name: string): string {
  const kebab = name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2');
  return `https://docs.docker.com/go/dockerfile/rule/${kebab.toLowerCase()}/`;
}
