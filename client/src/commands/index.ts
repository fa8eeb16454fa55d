import { build } from './build.ts';
import type { Command } from './command.ts';
import { copyIds, copyNames } from './copy.ts';
import { configure, refresh, restartServer, retry, showLog } from './engine.ts';
import { followLogs } from './followLogs.ts';
import { inspects } from './inspect.ts';
import { killContainer } from './killContainer.ts';
import { openInBrowser } from './openInBrowser.ts';
import { openShell } from './openShell.ts';
import { pauseContainer } from './pauseContainer.ts';
import { pruneContainers, pruneImages, pruneNetworks, pruneVolumes } from './prune.ts';
import { removeContainer } from './removeContainer.ts';
import { removeImage } from './removeImage.ts';
import { removeNetwork } from './removeNetwork.ts';
import { removeVolume } from './removeVolume.ts';
import { restartContainer } from './restartContainer.ts';
import { openRuleDocumentation, turnOffRule } from './rules.ts';
import { run, runImage } from './run.ts';
import { startContainer } from './startContainer.ts';
import { stopContainer } from './stopContainer.ts';
import { unpauseContainer } from './unpauseContainer.ts';

/** Every command, in the order of menus. */
export const commands: readonly Command[] = [
  startContainer,
  stopContainer,
  restartContainer,
  pauseContainer,
  unpauseContainer,
  killContainer,
  followLogs,
  openShell,
  openInBrowser,
  runImage,
  ...inspects,
  ...copyNames,
  ...copyIds,
  removeContainer,
  removeImage,
  removeVolume,
  removeNetwork,
  pruneContainers,
  pruneImages,
  pruneVolumes,
  pruneNetworks,
  build,
  run,
  retry,
  refresh,
  configure,
  showLog,
  restartServer,
  turnOffRule,
  openRuleDocumentation,
];
