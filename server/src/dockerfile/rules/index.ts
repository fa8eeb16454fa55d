// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated in order of ids
// Written by 'npm run generate' from the files beside it.
import type { DockerfileRule } from '../rule.ts';
import { addArchives } from './add-archives.ts';
import { apkNoCache } from './apk-no-cache.ts';
import { apkPinVersions } from './apk-pin-versions.ts';
import { aptGetInsteadOfApt } from './apt-get-instead-of-apt.ts';
import { aptGetNoInstallRecommends } from './apt-get-no-install-recommends.ts';
import { aptGetPinVersions } from './apt-get-pin-versions.ts';
import { aptGetYes } from './apt-get-yes.ts';
import { aptRemoveLists } from './apt-remove-lists.ts';
import { dnfClean } from './dnf-clean.ts';
import { dnfPinVersions } from './dnf-pin-versions.ts';
import { dnfYes } from './dnf-yes.ts';
import { gemPinVersions } from './gem-pin-versions.ts';
import { goPinVersions } from './go-pin-versions.ts';
import { joinRuns } from './join-runs.ts';
import { noCurlAndWget } from './no-curl-and-wget.ts';
import { noIgnoreComment } from './no-ignore-comment.ts';
import { noPointlessCommand } from './no-pointless-command.ts';
import { noShLink } from './no-sh-link.ts';
import { noSudo } from './no-sudo.ts';
import { noZypperDistUpgrade } from './no-zypper-dist-upgrade.ts';
import { npmPinVersions } from './npm-pin-versions.ts';
import { pipNoCacheDir } from './pip-no-cache-dir.ts';
import { pipPinVersions } from './pip-pin-versions.ts';
import { pipefail } from './pipefail.ts';
import { useraddNoLogInit } from './useradd-no-log-init.ts';
import { wgetProgress } from './wget-progress.ts';
import { workdirInsteadOfCd } from './workdir-instead-of-cd.ts';
import { yarnClean } from './yarn-clean.ts';
import { yumClean } from './yum-clean.ts';
import { yumPinVersions } from './yum-pin-versions.ts';
import { yumYes } from './yum-yes.ts';
import { zypperClean } from './zypper-clean.ts';
import { zypperNonInteractive } from './zypper-non-interactive.ts';
import { zypperPinVersions } from './zypper-pin-versions.ts';

/** In order of ids. */
export const rules: readonly DockerfileRule[] = [
  addArchives,
  apkNoCache,
  apkPinVersions,
  aptGetInsteadOfApt,
  aptGetNoInstallRecommends,
  aptGetPinVersions,
  aptGetYes,
  aptRemoveLists,
  dnfClean,
  dnfPinVersions,
  dnfYes,
  gemPinVersions,
  goPinVersions,
  joinRuns,
  noCurlAndWget,
  noIgnoreComment,
  noPointlessCommand,
  noShLink,
  noSudo,
  noZypperDistUpgrade,
  npmPinVersions,
  pipNoCacheDir,
  pipPinVersions,
  pipefail,
  useraddNoLogInit,
  wgetProgress,
  workdirInsteadOfCd,
  yarnClean,
  yumClean,
  yumPinVersions,
  yumYes,
  zypperClean,
  zypperNonInteractive,
  zypperPinVersions,
];
