// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated in order of ids
// Written by 'npm run generate' from the files beside it.
import type { ComposeRule } from '../rule.ts';
import { baseSixtyPort } from './base-sixty-port.ts';
import { buildWithImage } from './build-with-image.ts';
import { containerNameFormat } from './container-name-format.ts';
import { contradictoryHealthcheck } from './contradictory-healthcheck.ts';
import { contradictoryMemory } from './contradictory-memory.ts';
import { decimalFileMode } from './decimal-file-mode.ts';
import { dependencyInOtherProfile } from './dependency-in-other-profile.ts';
import { dependencyNeverCompletes } from './dependency-never-completes.ts';
import { dependencyWithoutHealthcheck } from './dependency-without-healthcheck.ts';
import { duplicateContainerName } from './duplicate-container-name.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { duplicateHostPort } from './duplicate-host-port.ts';
import { engineSocketMount } from './engine-socket-mount.ts';
import { externalName } from './external-name.ts';
import { fixedPortWithReplicas } from './fixed-port-with-replicas.ts';
import { hostNamespace } from './host-namespace.ts';
import { invalidExpose } from './invalid-expose.ts';
import { legacyLink } from './legacy-link.ts';
import { missingFile } from './missing-file.ts';
import { missingHealthcheck } from './missing-healthcheck.ts';
import { missingProjectName } from './missing-project-name.ts';
import { missingRestartPolicy } from './missing-restart-policy.ts';
import { mountTargetPath } from './mount-target-path.ts';
import { networkAddress } from './network-address.ts';
import { obsoleteVersion } from './obsolete-version.ts';
import { portsWithNetworkMode } from './ports-with-network-mode.ts';
import { privilegedService } from './privileged-service.ts';
import { projectNameFormat } from './project-name-format.ts';
import { quotedMount } from './quoted-mount.ts';
import { reservedLabel } from './reserved-label.ts';
import { secretInEnvironment } from './secret-in-environment.ts';
import { serviceFloatingTag } from './service-floating-tag.ts';
import { serviceImageReference } from './service-image-reference.ts';
import { serviceImageTag } from './service-image-tag.ts';
import { serviceKeyOrder } from './service-key-order.ts';
import { servicePlatform } from './service-platform.ts';
import { singleDollar } from './single-dollar.ts';
import { topLevelOrder } from './top-level-order.ts';
import { unboundPort } from './unbound-port.ts';
import { undeclaredBuildArgument } from './undeclared-build-argument.ts';
import { undefinedBuildTarget } from './undefined-build-target.ts';
import { unknownMountOption } from './unknown-mount-option.ts';
import { unquotedNumber } from './unquoted-number.ts';
import { unquotedPort } from './unquoted-port.ts';
import { unquotedRestartNo } from './unquoted-restart-no.ts';
import { unsetVariable } from './unset-variable.ts';
import { unsortedDependencies } from './unsorted-dependencies.ts';
import { unsortedPorts } from './unsorted-ports.ts';
import { unsortedServices } from './unsorted-services.ts';
import { unsupportedValue } from './unsupported-value.ts';
import { unusedAnchor } from './unused-anchor.ts';
import { unusedDefinition } from './unused-definition.ts';
import { variableInKey } from './variable-in-key.ts';
import { watchAction } from './watch-action.ts';
import { yamlBoolean } from './yaml-boolean.ts';

/** In order of ids. */
export const rules: readonly ComposeRule[] = [
  baseSixtyPort,
  buildWithImage,
  containerNameFormat,
  contradictoryHealthcheck,
  contradictoryMemory,
  decimalFileMode,
  dependencyInOtherProfile,
  dependencyNeverCompletes,
  dependencyWithoutHealthcheck,
  duplicateContainerName,
  duplicateEntry,
  duplicateHostPort,
  engineSocketMount,
  externalName,
  fixedPortWithReplicas,
  hostNamespace,
  invalidExpose,
  legacyLink,
  missingFile,
  missingHealthcheck,
  missingProjectName,
  missingRestartPolicy,
  mountTargetPath,
  networkAddress,
  obsoleteVersion,
  portsWithNetworkMode,
  privilegedService,
  projectNameFormat,
  quotedMount,
  reservedLabel,
  secretInEnvironment,
  serviceFloatingTag,
  serviceImageReference,
  serviceImageTag,
  serviceKeyOrder,
  servicePlatform,
  singleDollar,
  topLevelOrder,
  unboundPort,
  undeclaredBuildArgument,
  undefinedBuildTarget,
  unknownMountOption,
  unquotedNumber,
  unquotedPort,
  unquotedRestartNo,
  unsetVariable,
  unsortedDependencies,
  unsortedPorts,
  unsortedServices,
  unsupportedValue,
  unusedAnchor,
  unusedDefinition,
  variableInKey,
  watchAction,
  yamlBoolean,
];
