// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated in order of ids
// Written by 'npm run generate' from the files beside it.
import type { DockerfileRule } from '../rule.ts';
import { absoluteWorkdir } from './absolute-workdir.ts';
import { addArchives } from './add-archives.ts';
import { addWithoutChecksum } from './add-without-checksum.ts';
import { apkNoCache } from './apk-no-cache.ts';
import { apkPinVersions } from './apk-pin-versions.ts';
import { aptGetInsteadOfApt } from './apt-get-instead-of-apt.ts';
import { aptGetNoInstallRecommends } from './apt-get-no-install-recommends.ts';
import { aptGetPinVersions } from './apt-get-pin-versions.ts';
import { aptGetYes } from './apt-get-yes.ts';
import { aptRemoveLists } from './apt-remove-lists.ts';
import { buildToolsInFinalStage } from './build-tools-in-final-stage.ts';
import { cacheOrder } from './cache-order.ts';
import { consistentInstructionCasing } from './consistent-instruction-casing.ts';
import { copyFromKnownStage } from './copy-from-known-stage.ts';
import { copyIgnoredFile } from './copy-ignored-file.ts';
import { copyInsteadOfAdd } from './copy-instead-of-add.ts';
import { copyIntoDirectory } from './copy-into-directory.ts';
import { copyRelativeWithoutWorkdir } from './copy-relative-without-workdir.ts';
import { copySourceMissing } from './copy-source-missing.ts';
import { dnfClean } from './dnf-clean.ts';
import { dnfPinVersions } from './dnf-pin-versions.ts';
import { dnfYes } from './dnf-yes.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateStageName } from './duplicate-stage-name.ts';
import { entrypointWithoutExec } from './entrypoint-without-exec.ts';
import { envSelfReference } from './env-self-reference.ts';
import { execFormNotJson } from './exec-form-not-json.ts';
import { exposeInvalidFormat } from './expose-invalid-format.ts';
import { exposeProtoCasing } from './expose-proto-casing.ts';
import { exposedPortMismatch } from './exposed-port-mismatch.ts';
import { exposedPortOnLoopback } from './exposed-port-on-loopback.ts';
import { finalStageRoot } from './final-stage-root.ts';
import { forwardStageReference } from './forward-stage-reference.ts';
import { fromAsCasing } from './from-as-casing.ts';
import { fromFirst } from './from-first.ts';
import { fromPlatformFlagConstDisallowed } from './from-platform-flag-const-disallowed.ts';
import { gemPinVersions } from './gem-pin-versions.ts';
import { goPinVersions } from './go-pin-versions.ts';
import { heredocTrap } from './heredoc-trap.ts';
import { heredocWithoutErrexit } from './heredoc-without-errexit.ts';
import { ineffectiveDirective } from './ineffective-directive.ts';
import { invalidDefaultArgInFrom } from './invalid-default-arg-in-from.ts';
import { invalidDefinitionDescription } from './invalid-definition-description.ts';
import { invalidOnbuildTrigger } from './invalid-onbuild-trigger.ts';
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
import { loneCarriageReturn } from './lone-carriage-return.ts';
import { maintainerDeprecated } from './maintainer-deprecated.ts';
import { missingCacheMount } from './missing-cache-mount.ts';
import { missingDockerignore } from './missing-dockerignore.ts';
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
import { packageUpgrade } from './package-upgrade.ts';
import { pinBaseImage } from './pin-base-image.ts';
import { pipNoCacheDir } from './pip-no-cache-dir.ts';
import { pipPinVersions } from './pip-pin-versions.ts';
import { pipeToShell } from './pipe-to-shell.ts';
import { pipefail } from './pipefail.ts';
import { portInRange } from './port-in-range.ts';
import { redundantTargetPlatform } from './redundant-target-platform.ts';
import { requireHealthcheck } from './require-healthcheck.ts';
import { requiredLabel } from './required-label.ts';
import { reservedStageName } from './reserved-stage-name.ts';
import { secretFileCopied } from './secret-file-copied.ts';
import { secretValue } from './secret-value.ts';
import { secretsUsedInArgOrEnv } from './secrets-used-in-arg-or-env.ts';
import { severalProcesses } from './several-processes.ts';
import { shellAcuteAccent } from './shell-acute-accent.ts';
import { shellAliasExpansion } from './shell-alias-expansion.ts';
import { shellAliasParameters } from './shell-alias-parameters.ts';
import { shellAliasSameLine } from './shell-alias-same-line.ts';
import { shellAmbiguousParentheses } from './shell-ambiguous-parentheses.ts';
import { shellAmpersandGlued } from './shell-ampersand-glued.ts';
import { shellAmpersandSemicolon } from './shell-ampersand-semicolon.ts';
import { shellAndOr } from './shell-and-or.ts';
import { shellApostrophe } from './shell-apostrophe.ts';
import { shellAppendSpaces } from './shell-append-spaces.ts';
import { shellArithmeticAsCommand } from './shell-arithmetic-as-command.ts';
import { shellArithmeticAsText } from './shell-arithmetic-as-text.ts';
import { shellArithmeticDollar } from './shell-arithmetic-dollar.ts';
import { shellArithmeticNumber } from './shell-arithmetic-number.ts';
import { shellArithmeticOld } from './shell-arithmetic-old.ts';
import { shellArrayBraces } from './shell-array-braces.ts';
import { shellArrayCommas } from './shell-array-commas.ts';
import { shellArrayElementSyntax } from './shell-array-element-syntax.ts';
import { shellArrayInString } from './shell-array-in-string.ts';
import { shellArrayOverwritten } from './shell-array-overwritten.ts';
import { shellArraySplitOutput } from './shell-array-split-output.ts';
import { shellArraySplitVariable } from './shell-array-split-variable.ts';
import { shellArrayToString } from './shell-array-to-string.ts';
import { shellArrayWithoutIndex } from './shell-array-without-index.ts';
import { shellAssignmentDollar } from './shell-assignment-dollar.ts';
import { shellAssignmentDoubleEquals } from './shell-assignment-double-equals.ts';
import { shellAssignmentName } from './shell-assignment-name.ts';
import { shellAssignmentSpace } from './shell-assignment-space.ts';
import { shellAssignmentSpaces } from './shell-assignment-spaces.ts';
import { shellBackslashBeforeQuote } from './shell-backslash-before-quote.ts';
import { shellBackticks } from './shell-backticks.ts';
import { shellBlankAfterBackslash } from './shell-blank-after-backslash.ts';
import { shellBraceRangeVariable } from './shell-brace-range-variable.ts';
import { shellBraceVariables } from './shell-brace-variables.ts';
import { shellCaseConstant } from './shell-case-constant.ts';
import { shellCaseDefault } from './shell-case-default.ts';
import { shellCaseImpossible } from './shell-case-impossible.ts';
import { shellCaseShadowed } from './shell-case-shadowed.ts';
import { shellCaseUnquoted } from './shell-case-unquoted.ts';
import { shellCdBack } from './shell-cd-back.ts';
import { shellCdUnchecked } from './shell-cd-unchecked.ts';
import { shellClassBrackets } from './shell-class-brackets.ts';
import { shellClosingBracket } from './shell-closing-bracket.ts';
import { shellCodeAfterExec } from './shell-code-after-exec.ts';
import { shellCommentSpace } from './shell-comment-space.ts';
import { shellDeclarationOrder } from './shell-declaration-order.ts';
import { shellDeclarationSpaces } from './shell-declaration-spaces.ts';
import { shellEchoBlanks } from './shell-echo-blanks.ts';
import { shellEchoCount } from './shell-echo-count.ts';
import { shellEchoEscape } from './shell-echo-escape.ts';
import { shellEchoSed } from './shell-echo-sed.ts';
import { shellElementGlob } from './shell-element-glob.ts';
import { shellEqualsAsCommand } from './shell-equals-as-command.ts';
import { shellEscapeDropped } from './shell-escape-dropped.ts';
import { shellEvalArray } from './shell-eval-array.ts';
import { shellExitCode } from './shell-exit-code.ts';
import { shellExitStatusTest } from './shell-exit-status-test.ts';
import { shellExportExpansion } from './shell-export-expansion.ts';
import { shellExportOutput } from './shell-export-output.ts';
import { shellExpr } from './shell-expr.ts';
import { shellExprArguments } from './shell-expr-arguments.ts';
import { shellExprFunction } from './shell-expr-function.ts';
import { shellFindExecScript } from './shell-find-exec-script.ts';
import { shellFindGlob } from './shell-find-glob.ts';
import { shellFindInject } from './shell-find-inject.ts';
import { shellFindOrAction } from './shell-find-or-action.ts';
import { shellFindPath } from './shell-find-path.ts';
import { shellFindUnclosedExec } from './shell-find-unclosed-exec.ts';
import { shellFindXargs } from './shell-find-xargs.ts';
import { shellForCat } from './shell-for-cat.ts';
import { shellForCommas } from './shell-for-commas.ts';
import { shellForDollar } from './shell-for-dollar.ts';
import { shellForFind } from './shell-for-find.ts';
import { shellForLs } from './shell-for-ls.ts';
import { shellFunctionArguments } from './shell-function-arguments.ts';
import { shellFunctionAsProgram } from './shell-function-as-program.ts';
import { shellFunctionBrace } from './shell-function-brace.ts';
import { shellFunctionInCondition } from './shell-function-in-condition.ts';
import { shellFunctionInSubstitution } from './shell-function-in-substitution.ts';
import { shellFunctionKeyword } from './shell-function-keyword.ts';
import { shellFunctionLate } from './shell-function-late.ts';
import { shellFunctionParameters } from './shell-function-parameters.ts';
import { shellFunctionRecursion } from './shell-function-recursion.ts';
import { shellGetoptsCase } from './shell-getopts-case.ts';
import { shellGlobAsCommand } from './shell-glob-as-command.ts';
import { shellGlobAsOption } from './shell-glob-as-option.ts';
import { shellGlobInAssignment } from './shell-glob-in-assignment.ts';
import { shellGrepCount } from './shell-grep-count.ts';
import { shellGrepGlob } from './shell-grep-glob.ts';
import { shellGrepRegex } from './shell-grep-regex.ts';
import { shellGrepStar } from './shell-grep-star.ts';
import { shellGrepVariant } from './shell-grep-variant.ts';
import { shellHtmlEntity } from './shell-html-entity.ts';
import { shellIfsEscape } from './shell-ifs-escape.ts';
import { shellKeywordAsArgument } from './shell-keyword-as-argument.ts';
import { shellKeywordCase } from './shell-keyword-case.ts';
import { shellLetArithmetic } from './shell-let-arithmetic.ts';
import { shellLiteralBrace } from './shell-literal-brace.ts';
import { shellLocalOutside } from './shell-local-outside.ts';
import { shellLoopInput } from './shell-loop-input.ts';
import { shellLoopJump } from './shell-loop-jump.ts';
import { shellLoopOnce } from './shell-loop-once.ts';
import { shellLsGrep } from './shell-ls-grep.ts';
import { shellLsPipe } from './shell-ls-pipe.ts';
import { shellLsXargs } from './shell-ls-xargs.ts';
import { shellMaskedStatus } from './shell-masked-status.ts';
import { shellMissingShebang } from './shell-missing-shebang.ts';
import { shellMissingSpace } from './shell-missing-space.ts';
import { shellMisspeltVariable } from './shell-misspelt-variable.ts';
import { shellMkdirMode } from './shell-mkdir-mode.ts';
import { shellNegatedTest } from './shell-negated-test.ts';
import { shellNegationUnchecked } from './shell-negation-unchecked.ts';
import { shellNestedArray } from './shell-nested-array.ts';
import { shellNestedExpansion } from './shell-nested-expansion.ts';
import { shellNestedLoopVariable } from './shell-nested-loop-variable.ts';
import { shellNoBreakSpace } from './shell-no-break-space.ts';
import { shellOneOperand } from './shell-one-operand.ts';
import { shellOptionAsCommand } from './shell-option-as-command.ts';
import { shellPathOverwritten } from './shell-path-overwritten.ts';
import { shellPathTilde } from './shell-path-tilde.ts';
import { shellPipeToNonReader } from './shell-pipe-to-non-reader.ts';
import { shellPositionalBraces } from './shell-positional-braces.ts';
import { shellPrefixNotSeen } from './shell-prefix-not-seen.ts';
import { shellPrintfArguments } from './shell-printf-arguments.ts';
import { shellPrintfFormat } from './shell-printf-format.ts';
import { shellPromptEscape } from './shell-prompt-escape.ts';
import { shellPsGrep } from './shell-ps-grep.ts';
import { shellQuoteArray } from './shell-quote-array.ts';
import { shellQuoteDefault } from './shell-quote-default.ts';
import { shellQuoteGlobBase } from './shell-quote-glob-base.ts';
import { shellQuoteRemovedPattern } from './shell-quote-removed-pattern.ts';
import { shellQuoteSafeVariable } from './shell-quote-safe-variable.ts';
import { shellQuoteSubstitution } from './shell-quote-substitution.ts';
import { shellQuoteVariable } from './shell-quote-variable.ts';
import { shellQuotesEndEarly } from './shell-quotes-end-early.ts';
import { shellQuotesInExpansion } from './shell-quotes-in-expansion.ts';
import { shellQuotesInVariable } from './shell-quotes-in-variable.ts';
import { shellReadAndWrite } from './shell-read-and-write.ts';
import { shellReadExpansion } from './shell-read-expansion.ts';
import { shellReadRaw } from './shell-read-raw.ts';
import { shellRecursiveFlag } from './shell-recursive-flag.ts';
import { shellRedirectAndPipe } from './shell-redirect-and-pipe.ts';
import { shellRedirectArithmetic } from './shell-redirect-arithmetic.ts';
import { shellRedirectGroup } from './shell-redirect-group.ts';
import { shellRedirectInPipe } from './shell-redirect-in-pipe.ts';
import { shellRedirectNumber } from './shell-redirect-number.ts';
import { shellRedirectOrder } from './shell-redirect-order.ts';
import { shellRedirectProgram } from './shell-redirect-program.ts';
import { shellRedirectToNonReader } from './shell-redirect-to-non-reader.ts';
import { shellRedirectTwice } from './shell-redirect-twice.ts';
import { shellRedirectWithoutCommand } from './shell-redirect-without-command.ts';
import { shellRegexGlob } from './shell-regex-glob.ts';
import { shellRegexQuoted } from './shell-regex-quoted.ts';
import { shellRepeatedCharacter } from './shell-repeated-character.ts';
import { shellRepeatedDeclaration } from './shell-repeated-declaration.ts';
import { shellRmRoot } from './shell-rm-root.ts';
import { shellRmSystem } from './shell-rm-system.ts';
import { shellSelfAssignment } from './shell-self-assignment.ts';
import { shellSetAssignment } from './shell-set-assignment.ts';
import { shellShAnsiCQuote } from './shell-sh-ansi-c-quote.ts';
import { shellShAppendAssignment } from './shell-sh-append-assignment.ts';
import { shellShArithmeticBrackets } from './shell-sh-arithmetic-brackets.ts';
import { shellShArithmeticCommand } from './shell-sh-arithmetic-command.ts';
import { shellShArithmeticFor } from './shell-sh-arithmetic-for.ts';
import { shellShArray } from './shell-sh-array.ts';
import { shellShArrayElement } from './shell-sh-array-element.ts';
import { shellShArrayKeys } from './shell-sh-array-keys.ts';
import { shellShBashBuiltin } from './shell-sh-bash-builtin.ts';
import { shellShBashVariable } from './shell-sh-bash-variable.ts';
import { shellShBraceExpansion } from './shell-sh-brace-expansion.ts';
import { shellShBuiltinOption } from './shell-sh-builtin-option.ts';
import { shellShCaseFallthrough } from './shell-sh-case-fallthrough.ts';
import { shellShCaseModification } from './shell-sh-case-modification.ts';
import { shellShCoproc } from './shell-sh-coproc.ts';
import { shellShDevTcp } from './shell-sh-dev-tcp.ts';
import { shellShDoubleBracket } from './shell-sh-double-bracket.ts';
import { shellShEchoOption } from './shell-sh-echo-option.ts';
import { shellShEchoOptionPosix } from './shell-sh-echo-option-posix.ts';
import { shellShExecOption } from './shell-sh-exec-option.ts';
import { shellShExponent } from './shell-sh-exponent.ts';
import { shellShExtendedPattern } from './shell-sh-extended-pattern.ts';
import { shellShFileComparisonTest } from './shell-sh-file-comparison-test.ts';
import { shellShFunctionName } from './shell-sh-function-name.ts';
import { shellShHereString } from './shell-sh-here-string.ts';
import { shellShIncrement } from './shell-sh-increment.ts';
import { shellShIndirection } from './shell-sh-indirection.ts';
import { shellShLargeDescriptor } from './shell-sh-large-descriptor.ts';
import { shellShLet } from './shell-sh-let.ts';
import { shellShLexicographicalTest } from './shell-sh-lexicographical-test.ts';
import { shellShListOperation } from './shell-sh-list-operation.ts';
import { shellShLocal } from './shell-sh-local.ts';
import { shellShLocaleQuote } from './shell-sh-locale-quote.ts';
import { shellShNamedDescriptor } from './shell-sh-named-descriptor.ts';
import { shellShNegatedBracket } from './shell-sh-negated-bracket.ts';
import { shellShNumberBase } from './shell-sh-number-base.ts';
import { shellShPipeBoth } from './shell-sh-pipe-both.ts';
import { shellShPrintfQuote } from './shell-sh-printf-quote.ts';
import { shellShProcessSubstitution } from './shell-sh-process-substitution.ts';
import { shellShRedirectBoth } from './shell-sh-redirect-both.ts';
import { shellShRedirectBothCsh } from './shell-sh-redirect-both-csh.ts';
import { shellShRedirectGlob } from './shell-sh-redirect-glob.ts';
import { shellShReplacement } from './shell-sh-replacement.ts';
import { shellShSelect } from './shell-sh-select.ts';
import { shellShSetFlag } from './shell-sh-set-flag.ts';
import { shellShSetOption } from './shell-sh-set-option.ts';
import { shellShSource } from './shell-sh-source.ts';
import { shellShSourceArguments } from './shell-sh-source-arguments.ts';
import { shellShSubstitutionOfFile } from './shell-sh-substitution-of-file.ts';
import { shellShSubstring } from './shell-sh-substring.ts';
import { shellShTestDoubleEquals } from './shell-sh-test-double-equals.ts';
import { shellShTestRegex } from './shell-sh-test-regex.ts';
import { shellShTestUnaryA } from './shell-sh-test-unary-a.ts';
import { shellShTestVariable } from './shell-sh-test-variable.ts';
import { shellShTime } from './shell-sh-time.ts';
import { shellShTrapCondition } from './shell-sh-trap-condition.ts';
import { shellShTrapSignalCase } from './shell-sh-trap-signal-case.ts';
import { shellShTrapSignalPrefix } from './shell-sh-trap-signal-prefix.ts';
import { shellShVariableNames } from './shell-sh-variable-names.ts';
import { shellSingleQuotedExpression } from './shell-single-quoted-expression.ts';
import { shellSshExpansion } from './shell-ssh-expansion.ts';
import { shellStatusChanged } from './shell-status-changed.ts';
import { shellSuScript } from './shell-su-script.ts';
import { shellSubshellAsTest } from './shell-subshell-as-test.ts';
import { shellSubshellVariable } from './shell-subshell-variable.ts';
import { shellSubstitutionAsCommand } from './shell-substitution-as-command.ts';
import { shellSudoBuiltin } from './shell-sudo-builtin.ts';
import { shellSudoRedirect } from './shell-sudo-redirect.ts';
import { shellSymbolAsCommand } from './shell-symbol-as-command.ts';
import { shellSyntaxError } from './shell-syntax-error.ts';
import { shellTempfile } from './shell-tempfile.ts';
import { shellTestAlways } from './shell-test-always.ts';
import { shellTestAlwaysTrue } from './shell-test-always-true.ts';
import { shellTestBrace } from './shell-test-brace.ts';
import { shellTestConnector } from './shell-test-connector.ts';
import { shellTestConstant } from './shell-test-constant.ts';
import { shellTestDecimal } from './shell-test-decimal.ts';
import { shellTestDoubleBracket } from './shell-test-double-bracket.ts';
import { shellTestEmpty } from './shell-test-empty.ts';
import { shellTestGlob } from './shell-test-glob.ts';
import { shellTestGlobValue } from './shell-test-glob-value.ts';
import { shellTestGlued } from './shell-test-glued.ts';
import { shellTestGrep } from './shell-test-grep.ts';
import { shellTestImplicit } from './shell-test-implicit.ts';
import { shellTestImpossible } from './shell-test-impossible.ts';
import { shellTestInSubshell } from './shell-test-in-subshell.ts';
import { shellTestJoined } from './shell-test-joined.ts';
import { shellTestList } from './shell-test-list.ts';
import { shellTestLiteral } from './shell-test-literal.ts';
import { shellTestNegatedEmpty } from './shell-test-negated-empty.ts';
import { shellTestNumber } from './shell-test-number.ts';
import { shellTestOperand } from './shell-test-operand.ts';
import { shellTestPattern } from './shell-test-pattern.ts';
import { shellTestProgram } from './shell-test-program.ts';
import { shellTestRedirect } from './shell-test-redirect.ts';
import { shellTestRegexBracket } from './shell-test-regex-bracket.ts';
import { shellTestRightUnquoted } from './shell-test-right-unquoted.ts';
import { shellTestSingleOperator } from './shell-test-single-operator.ts';
import { shellTestTextAsNumber } from './shell-test-text-as-number.ts';
import { shellTestUnknownOperator } from './shell-test-unknown-operator.ts';
import { shellTestUnquoted } from './shell-test-unquoted.ts';
import { shellTestXPrefix } from './shell-test-x-prefix.ts';
import { shellTildeInQuotes } from './shell-tilde-in-quotes.ts';
import { shellTrBrackets } from './shell-tr-brackets.ts';
import { shellTrGlob } from './shell-tr-glob.ts';
import { shellTrRange } from './shell-tr-range.ts';
import { shellTrWords } from './shell-tr-words.ts';
import { shellTrapNumber } from './shell-trap-number.ts';
import { shellTrapQuotes } from './shell-trap-quotes.ts';
import { shellTrapUncatchable } from './shell-trap-uncatchable.ts';
import { shellUnclosedQuote } from './shell-unclosed-quote.ts';
import { shellUndefinedVariable } from './shell-undefined-variable.ts';
import { shellUnicodeQuote } from './shell-unicode-quote.ts';
import { shellUnicodeQuoteInside } from './shell-unicode-quote-inside.ts';
import { shellUnreachable } from './shell-unreachable.ts';
import { shellUnusedVariable } from './shell-unused-variable.ts';
import { shellUseAtForArguments } from './shell-use-at-for-arguments.ts';
import { shellUselessCat } from './shell-useless-cat.ts';
import { shellUselessEcho } from './shell-useless-echo.ts';
import { shellUselessEchoSubstitution } from './shell-useless-echo-substitution.ts';
import { shellValueIsCommand } from './shell-value-is-command.ts';
import { shellVariableIsProgram } from './shell-variable-is-program.ts';
import { shellWhich } from './shell-which.ts';
import { shellWordBetweenQuotes } from './shell-word-between-quotes.ts';
import { shellXargsReplace } from './shell-xargs-replace.ts';
import { singleCmd } from './single-cmd.ts';
import { singleEntrypoint } from './single-entrypoint.ts';
import { singleHealthcheck } from './single-healthcheck.ts';
import { stageNameCasing } from './stage-name-casing.ts';
import { syntaxVersionTooOld } from './syntax-version-too-old.ts';
import { trustedRegistry } from './trusted-registry.ts';
import { undefinedArgInFrom } from './undefined-arg-in-from.ts';
import { undefinedVar } from './undefined-var.ts';
import { unknownRuleName } from './unknown-rule-name.ts';
import { unmaintainedBaseImage } from './unmaintained-base-image.ts';
import { unreachableCmd } from './unreachable-cmd.ts';
import { unusedArg } from './unused-arg.ts';
import { unusedStage } from './unused-stage.ts';
import { unverifiedDownload } from './unverified-download.ts';
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
  addWithoutChecksum,
  apkNoCache,
  apkPinVersions,
  aptGetInsteadOfApt,
  aptGetNoInstallRecommends,
  aptGetPinVersions,
  aptGetYes,
  aptRemoveLists,
  buildToolsInFinalStage,
  cacheOrder,
  consistentInstructionCasing,
  copyFromKnownStage,
  copyIgnoredFile,
  copyInsteadOfAdd,
  copyIntoDirectory,
  copyRelativeWithoutWorkdir,
  copySourceMissing,
  dnfClean,
  dnfPinVersions,
  dnfYes,
  duplicateKey,
  duplicateStageName,
  entrypointWithoutExec,
  envSelfReference,
  execFormNotJson,
  exposeInvalidFormat,
  exposeProtoCasing,
  exposedPortMismatch,
  exposedPortOnLoopback,
  finalStageRoot,
  forwardStageReference,
  fromAsCasing,
  fromFirst,
  fromPlatformFlagConstDisallowed,
  gemPinVersions,
  goPinVersions,
  heredocTrap,
  heredocWithoutErrexit,
  ineffectiveDirective,
  invalidDefaultArgInFrom,
  invalidDefinitionDescription,
  invalidOnbuildTrigger,
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
  loneCarriageReturn,
  maintainerDeprecated,
  missingCacheMount,
  missingDockerignore,
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
  packageUpgrade,
  pinBaseImage,
  pipNoCacheDir,
  pipPinVersions,
  pipeToShell,
  pipefail,
  portInRange,
  redundantTargetPlatform,
  requireHealthcheck,
  requiredLabel,
  reservedStageName,
  secretFileCopied,
  secretValue,
  secretsUsedInArgOrEnv,
  severalProcesses,
  shellAcuteAccent,
  shellAliasExpansion,
  shellAliasParameters,
  shellAliasSameLine,
  shellAmbiguousParentheses,
  shellAmpersandGlued,
  shellAmpersandSemicolon,
  shellAndOr,
  shellApostrophe,
  shellAppendSpaces,
  shellArithmeticAsCommand,
  shellArithmeticAsText,
  shellArithmeticDollar,
  shellArithmeticNumber,
  shellArithmeticOld,
  shellArrayBraces,
  shellArrayCommas,
  shellArrayElementSyntax,
  shellArrayInString,
  shellArrayOverwritten,
  shellArraySplitOutput,
  shellArraySplitVariable,
  shellArrayToString,
  shellArrayWithoutIndex,
  shellAssignmentDollar,
  shellAssignmentDoubleEquals,
  shellAssignmentName,
  shellAssignmentSpace,
  shellAssignmentSpaces,
  shellBackslashBeforeQuote,
  shellBackticks,
  shellBlankAfterBackslash,
  shellBraceRangeVariable,
  shellBraceVariables,
  shellCaseConstant,
  shellCaseDefault,
  shellCaseImpossible,
  shellCaseShadowed,
  shellCaseUnquoted,
  shellCdBack,
  shellCdUnchecked,
  shellClassBrackets,
  shellClosingBracket,
  shellCodeAfterExec,
  shellCommentSpace,
  shellDeclarationOrder,
  shellDeclarationSpaces,
  shellEchoBlanks,
  shellEchoCount,
  shellEchoEscape,
  shellEchoSed,
  shellElementGlob,
  shellEqualsAsCommand,
  shellEscapeDropped,
  shellEvalArray,
  shellExitCode,
  shellExitStatusTest,
  shellExportExpansion,
  shellExportOutput,
  shellExpr,
  shellExprArguments,
  shellExprFunction,
  shellFindExecScript,
  shellFindGlob,
  shellFindInject,
  shellFindOrAction,
  shellFindPath,
  shellFindUnclosedExec,
  shellFindXargs,
  shellForCat,
  shellForCommas,
  shellForDollar,
  shellForFind,
  shellForLs,
  shellFunctionArguments,
  shellFunctionAsProgram,
  shellFunctionBrace,
  shellFunctionInCondition,
  shellFunctionInSubstitution,
  shellFunctionKeyword,
  shellFunctionLate,
  shellFunctionParameters,
  shellFunctionRecursion,
  shellGetoptsCase,
  shellGlobAsCommand,
  shellGlobAsOption,
  shellGlobInAssignment,
  shellGrepCount,
  shellGrepGlob,
  shellGrepRegex,
  shellGrepStar,
  shellGrepVariant,
  shellHtmlEntity,
  shellIfsEscape,
  shellKeywordAsArgument,
  shellKeywordCase,
  shellLetArithmetic,
  shellLiteralBrace,
  shellLocalOutside,
  shellLoopInput,
  shellLoopJump,
  shellLoopOnce,
  shellLsGrep,
  shellLsPipe,
  shellLsXargs,
  shellMaskedStatus,
  shellMissingShebang,
  shellMissingSpace,
  shellMisspeltVariable,
  shellMkdirMode,
  shellNegatedTest,
  shellNegationUnchecked,
  shellNestedArray,
  shellNestedExpansion,
  shellNestedLoopVariable,
  shellNoBreakSpace,
  shellOneOperand,
  shellOptionAsCommand,
  shellPathOverwritten,
  shellPathTilde,
  shellPipeToNonReader,
  shellPositionalBraces,
  shellPrefixNotSeen,
  shellPrintfArguments,
  shellPrintfFormat,
  shellPromptEscape,
  shellPsGrep,
  shellQuoteArray,
  shellQuoteDefault,
  shellQuoteGlobBase,
  shellQuoteRemovedPattern,
  shellQuoteSafeVariable,
  shellQuoteSubstitution,
  shellQuoteVariable,
  shellQuotesEndEarly,
  shellQuotesInExpansion,
  shellQuotesInVariable,
  shellReadAndWrite,
  shellReadExpansion,
  shellReadRaw,
  shellRecursiveFlag,
  shellRedirectAndPipe,
  shellRedirectArithmetic,
  shellRedirectGroup,
  shellRedirectInPipe,
  shellRedirectNumber,
  shellRedirectOrder,
  shellRedirectProgram,
  shellRedirectToNonReader,
  shellRedirectTwice,
  shellRedirectWithoutCommand,
  shellRegexGlob,
  shellRegexQuoted,
  shellRepeatedCharacter,
  shellRepeatedDeclaration,
  shellRmRoot,
  shellRmSystem,
  shellSelfAssignment,
  shellSetAssignment,
  shellShAnsiCQuote,
  shellShAppendAssignment,
  shellShArithmeticBrackets,
  shellShArithmeticCommand,
  shellShArithmeticFor,
  shellShArray,
  shellShArrayElement,
  shellShArrayKeys,
  shellShBashBuiltin,
  shellShBashVariable,
  shellShBraceExpansion,
  shellShBuiltinOption,
  shellShCaseFallthrough,
  shellShCaseModification,
  shellShCoproc,
  shellShDevTcp,
  shellShDoubleBracket,
  shellShEchoOption,
  shellShEchoOptionPosix,
  shellShExecOption,
  shellShExponent,
  shellShExtendedPattern,
  shellShFileComparisonTest,
  shellShFunctionName,
  shellShHereString,
  shellShIncrement,
  shellShIndirection,
  shellShLargeDescriptor,
  shellShLet,
  shellShLexicographicalTest,
  shellShListOperation,
  shellShLocal,
  shellShLocaleQuote,
  shellShNamedDescriptor,
  shellShNegatedBracket,
  shellShNumberBase,
  shellShPipeBoth,
  shellShPrintfQuote,
  shellShProcessSubstitution,
  shellShRedirectBoth,
  shellShRedirectBothCsh,
  shellShRedirectGlob,
  shellShReplacement,
  shellShSelect,
  shellShSetFlag,
  shellShSetOption,
  shellShSource,
  shellShSourceArguments,
  shellShSubstitutionOfFile,
  shellShSubstring,
  shellShTestDoubleEquals,
  shellShTestRegex,
  shellShTestUnaryA,
  shellShTestVariable,
  shellShTime,
  shellShTrapCondition,
  shellShTrapSignalCase,
  shellShTrapSignalPrefix,
  shellShVariableNames,
  shellSingleQuotedExpression,
  shellSshExpansion,
  shellStatusChanged,
  shellSuScript,
  shellSubshellAsTest,
  shellSubshellVariable,
  shellSubstitutionAsCommand,
  shellSudoBuiltin,
  shellSudoRedirect,
  shellSymbolAsCommand,
  shellSyntaxError,
  shellTempfile,
  shellTestAlways,
  shellTestAlwaysTrue,
  shellTestBrace,
  shellTestConnector,
  shellTestConstant,
  shellTestDecimal,
  shellTestDoubleBracket,
  shellTestEmpty,
  shellTestGlob,
  shellTestGlobValue,
  shellTestGlued,
  shellTestGrep,
  shellTestImplicit,
  shellTestImpossible,
  shellTestInSubshell,
  shellTestJoined,
  shellTestList,
  shellTestLiteral,
  shellTestNegatedEmpty,
  shellTestNumber,
  shellTestOperand,
  shellTestPattern,
  shellTestProgram,
  shellTestRedirect,
  shellTestRegexBracket,
  shellTestRightUnquoted,
  shellTestSingleOperator,
  shellTestTextAsNumber,
  shellTestUnknownOperator,
  shellTestUnquoted,
  shellTestXPrefix,
  shellTildeInQuotes,
  shellTrBrackets,
  shellTrGlob,
  shellTrRange,
  shellTrWords,
  shellTrapNumber,
  shellTrapQuotes,
  shellTrapUncatchable,
  shellUnclosedQuote,
  shellUndefinedVariable,
  shellUnicodeQuote,
  shellUnicodeQuoteInside,
  shellUnreachable,
  shellUnusedVariable,
  shellUseAtForArguments,
  shellUselessCat,
  shellUselessEcho,
  shellUselessEchoSubstitution,
  shellValueIsCommand,
  shellVariableIsProgram,
  shellWhich,
  shellWordBetweenQuotes,
  shellXargsReplace,
  singleCmd,
  singleEntrypoint,
  singleHealthcheck,
  stageNameCasing,
  syntaxVersionTooOld,
  trustedRegistry,
  undefinedArgInFrom,
  undefinedVar,
  unknownRuleName,
  unmaintainedBaseImage,
  unreachableCmd,
  unusedArg,
  unusedStage,
  unverifiedDownload,
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
