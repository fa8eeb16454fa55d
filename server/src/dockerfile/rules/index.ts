// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated in order of ids
// Written by 'npm run generate' from the files beside it.
import type { DockerfileRule } from '../rule.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { addArchives } from './add-archives.ts';
import { apkNoCache } from './apk-no-cache.ts';
import { apkPinVersions } from './apk-pin-versions.ts';
import { aptGetInsteadOfApt } from './apt-get-instead-of-apt.ts';
import { aptGetNoInstallRecommends } from './apt-get-no-install-recommends.ts';
import { aptGetPinVersions } from './apt-get-pin-versions.ts';
import { aptGetYes } from './apt-get-yes.ts';
import { aptRemoveLists } from './apt-remove-lists.ts';
import { consistentInstructionCasing } from './consistent-instruction-casing.ts';
import { copyFromKnownStage } from './copy-from-known-stage.ts';
import { copyIgnoredFile } from './copy-ignored-file.ts';
import { copyInsteadOfAdd } from './copy-instead-of-add.ts';
import { copyIntoDirectory } from './copy-into-directory.ts';
import { copyRelativeWithoutWorkdir } from './copy-relative-without-workdir.ts';
import { dnfClean } from './dnf-clean.ts';
import { dnfPinVersions } from './dnf-pin-versions.ts';
import { dnfYes } from './dnf-yes.ts';
import { duplicateStageName } from './duplicate-stage-name.ts';
import { envSelfReference } from './env-self-reference.ts';
import { exposeInvalidFormat } from './expose-invalid-format.ts';
import { exposeProtoCasing } from './expose-proto-casing.ts';
import { fromAsCasing } from './from-as-casing.ts';
import { fromFirst } from './from-first.ts';
import { fromPlatformFlagConstDisallowed } from './from-platform-flag-const-disallowed.ts';
import { gemPinVersions } from './gem-pin-versions.ts';
import { goPinVersions } from './go-pin-versions.ts';
import { invalidDefaultArgInFrom } from './invalid-default-arg-in-from.ts';
import { invalidDefinitionDescription } from './invalid-definition-description.ts';
import { joinRuns } from './join-runs.ts';
import { jsonArgsRecommended } from './json-args-recommended.ts';
import { labelDateTime } from './label-date-time.ts';
import { labelEmail } from './label-email.ts';
import { labelGitHash } from './label-git-hash.ts';
import { labelKeyFormat } from './label-key-format.ts';
import { labelLicense } from './label-license.ts';
import { labelSemver } from './label-semver.ts';
import { labelUrl } from './label-url.ts';
import { legacyKeyValueFormat } from './legacy-key-value-format.ts';
import { maintainerDeprecated } from './maintainer-deprecated.ts';
import { multipleInstructionsDisallowed } from './multiple-instructions-disallowed.ts';
import { noCopyFromOwnStage } from './no-copy-from-own-stage.ts';
import { noCopyOfRoot } from './no-copy-of-root.ts';
import { noCurlAndWget } from './no-curl-and-wget.ts';
import { noEmptyContinuation } from './no-empty-continuation.ts';
import { noEmptyLabel } from './no-empty-label.ts';
import { noFixedPlatform } from './no-fixed-platform.ts';
import { noIgnoreComment } from './no-ignore-comment.ts';
import { noLatestTag } from './no-latest-tag.ts';
import { noPointlessCommand } from './no-pointless-command.ts';
import { noRootAtStageEnd } from './no-root-at-stage-end.ts';
import { noSecretName } from './no-secret-name.ts';
import { noShLink } from './no-sh-link.ts';
import { noSudo } from './no-sudo.ts';
import { noUnknownLabel } from './no-unknown-label.ts';
import { noZypperDistUpgrade } from './no-zypper-dist-upgrade.ts';
import { npmPinVersions } from './npm-pin-versions.ts';
import { numericUser } from './numeric-user.ts';
import { onbuildInstruction } from './onbuild-instruction.ts';
import { pinBaseImage } from './pin-base-image.ts';
import { pipNoCacheDir } from './pip-no-cache-dir.ts';
import { pipPinVersions } from './pip-pin-versions.ts';
import { pipefail } from './pipefail.ts';
import { portInRange } from './port-in-range.ts';
import { redundantTargetPlatform } from './redundant-target-platform.ts';
import { requireHealthcheck } from './require-healthcheck.ts';
import { requiredLabel } from './required-label.ts';
import { reservedStageName } from './reserved-stage-name.ts';
import { secretsUsedInArgOrEnv } from './secrets-used-in-arg-or-env.ts';
import { shellArrayInString } from './shell-array-in-string.ts';
import { shellArraySplitOutput } from './shell-array-split-output.ts';
import { shellArraySplitVariable } from './shell-array-split-variable.ts';
import { shellArrayToString } from './shell-array-to-string.ts';
import { shellArrayWithoutIndex } from './shell-array-without-index.ts';
import { shellBackticks } from './shell-backticks.ts';
import { shellEchoEscape } from './shell-echo-escape.ts';
import { shellGlobInAssignment } from './shell-glob-in-assignment.ts';
import { shellPrintfFormat } from './shell-printf-format.ts';
import { shellQuoteArray } from './shell-quote-array.ts';
import { shellQuoteSubstitution } from './shell-quote-substitution.ts';
import { shellQuoteVariable } from './shell-quote-variable.ts';
import { shellQuotesInExpansion } from './shell-quotes-in-expansion.ts';
import { shellQuotesInVariable } from './shell-quotes-in-variable.ts';
import { shellSingleQuotedExpression } from './shell-single-quoted-expression.ts';
import { shellTildeInQuotes } from './shell-tilde-in-quotes.ts';
import { shellUseAtForArguments } from './shell-use-at-for-arguments.ts';
import { shellWordBetweenQuotes } from './shell-word-between-quotes.ts';
import { singleCmd } from './single-cmd.ts';
import { singleEntrypoint } from './single-entrypoint.ts';
import { singleHealthcheck } from './single-healthcheck.ts';
import { stageNameCasing } from './stage-name-casing.ts';
import { trustedRegistry } from './trusted-registry.ts';
import { undefinedArgInFrom } from './undefined-arg-in-from.ts';
import { undefinedVar } from './undefined-var.ts';
import { useraddNoLogInit } from './useradd-no-log-init.ts';
import { wgetProgress } from './wget-progress.ts';
import { workdirInsteadOfCd } from './workdir-instead-of-cd.ts';
import { workdirRelativePath } from './workdir-relative-path.ts';
import { yarnClean } from './yarn-clean.ts';
import { yumClean } from './yum-clean.ts';
import { yumPinVersions } from './yum-pin-versions.ts';
import { yumYes } from './yum-yes.ts';
import { zypperClean } from './zypper-clean.ts';
import { zypperNonInteractive } from './zypper-non-interactive.ts';
import { zypperPinVersions } from './zypper-pin-versions.ts';

/** In order of ids. */
export const rules: readonly DockerfileRule[] = [
  absoluteWorkdir,
  addArchives,
  apkNoCache,
  apkPinVersions,
  aptGetInsteadOfApt,
  aptGetNoInstallRecommends,
  aptGetPinVersions,
  aptGetYes,
  aptRemoveLists,
  consistentInstructionCasing,
  copyFromKnownStage,
  copyIgnoredFile,
  copyInsteadOfAdd,
  copyIntoDirectory,
  copyRelativeWithoutWorkdir,
  dnfClean,
  dnfPinVersions,
  dnfYes,
  duplicateStageName,
  envSelfReference,
  exposeInvalidFormat,
  exposeProtoCasing,
  fromAsCasing,
  fromFirst,
  fromPlatformFlagConstDisallowed,
  gemPinVersions,
  goPinVersions,
  invalidDefaultArgInFrom,
  invalidDefinitionDescription,
  joinRuns,
  jsonArgsRecommended,
  labelDateTime,
  labelEmail,
  labelGitHash,
  labelKeyFormat,
  labelLicense,
  labelSemver,
  labelUrl,
  legacyKeyValueFormat,
  maintainerDeprecated,
  multipleInstructionsDisallowed,
  noCopyFromOwnStage,
  noCopyOfRoot,
  noCurlAndWget,
  noEmptyContinuation,
  noEmptyLabel,
  noFixedPlatform,
  noIgnoreComment,
  noLatestTag,
  noPointlessCommand,
  noRootAtStageEnd,
  noSecretName,
  noShLink,
  noSudo,
  noUnknownLabel,
  noZypperDistUpgrade,
  npmPinVersions,
  numericUser,
  onbuildInstruction,
  pinBaseImage,
  pipNoCacheDir,
  pipPinVersions,
  pipefail,
  portInRange,
  redundantTargetPlatform,
  requireHealthcheck,
  requiredLabel,
  reservedStageName,
  secretsUsedInArgOrEnv,
  shellArrayInString,
  shellArraySplitOutput,
  shellArraySplitVariable,
  shellArrayToString,
  shellArrayWithoutIndex,
  shellBackticks,
  shellEchoEscape,
  shellGlobInAssignment,
  shellPrintfFormat,
  shellQuoteArray,
  shellQuoteSubstitution,
  shellQuoteVariable,
  shellQuotesInExpansion,
  shellQuotesInVariable,
  shellSingleQuotedExpression,
  shellTildeInQuotes,
  shellUseAtForArguments,
  shellWordBetweenQuotes,
  singleCmd,
  singleEntrypoint,
  singleHealthcheck,
  stageNameCasing,
  trustedRegistry,
  undefinedArgInFrom,
  undefinedVar,
  useraddNoLogInit,
  wgetProgress,
  workdirInsteadOfCd,
  workdirRelativePath,
  yarnClean,
  yumClean,
  yumPinVersions,
  yumYes,
  zypperClean,
  zypperNonInteractive,
  zypperPinVersions,
];
