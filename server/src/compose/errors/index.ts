import type { ErrorFacts, LanguageError } from '../../lint/linted.ts';
import type { ComposeFile } from '../model/file.ts';
import { once } from '../rule.ts';
import { additionalContext } from './additional-context.ts';
import { conflictingAttributes } from './conflicting-attributes.ts';
import { conflictingLimits } from './conflicting-limits.ts';
import { containerNameWithReplicas } from './container-name-with-replicas.ts';
import { dependencyCycle } from './dependency-cycle.ts';
import { duplicateItem } from './duplicate-item.ts';
import { duplicateYamlKey } from './duplicate-yaml-key.ts';
import { emptyComposeFile } from './empty-compose-file.ts';
import { emptyProjectName } from './empty-project-name.ts';
import { environmentKeyBlank } from './environment-key-blank.ts';
import type { ComposeError } from './error.ts';
import { extendsCycle } from './extends-cycle.ts';
import { healthcheckTestForm } from './healthcheck-test-form.ts';
import { invalidDeviceMapping } from './invalid-device-mapping.ts';
import { invalidExtraHost } from './invalid-extra-host.ts';
import { invalidInterpolation } from './invalid-interpolation.ts';
import { invalidMerge } from './invalid-merge.ts';
import { invalidPortMapping } from './invalid-port-mapping.ts';
import { invalidValue } from './invalid-value.ts';
import { invalidVolumeMount } from './invalid-volume-mount.ts';
import { malformedDuration } from './malformed-duration.ts';
import { malformedSize } from './malformed-size.ts';
import { missingKey } from './missing-key.ts';
import { missingSource } from './missing-source.ts';
import { mountTargetConflict } from './mount-target-conflict.ts';
import { nonStringKey } from './non-string-key.ts';
import { platformNotBuilt } from './platform-not-built.ts';
import { serviceWithoutImage } from './service-without-image.ts';
import { undefinedReference } from './undefined-reference.ts';
import { unknownKey } from './unknown-key.ts';
import { watchWithoutTarget } from './watch-without-target.ts';
import { wrongType } from './wrong-type.ts';
import { yamlSyntax } from './yaml-syntax.ts';

const composeErrors: readonly ComposeError[] = [
  yamlSyntax,
  duplicateYamlKey,
  emptyComposeFile,
  nonStringKey,
  invalidMerge,
  unknownKey,
  wrongType,
  invalidValue,
  missingKey,
  duplicateItem,
  invalidInterpolation,
  invalidPortMapping,
  invalidVolumeMount,
  invalidDeviceMapping,
  malformedDuration,
  malformedSize,
  invalidExtraHost,
  healthcheckTestForm,
  environmentKeyBlank,
  emptyProjectName,
  serviceWithoutImage,
  undefinedReference,
  dependencyCycle,
  extendsCycle,
  conflictingAttributes,
  conflictingLimits,
  containerNameWithReplicas,
  additionalContext,
  platformNotBuilt,
  missingSource,
  mountTargetConflict,
  watchWithoutTarget,
];

export const errorFacts: readonly ErrorFacts[] = composeErrors;

/** Errors about something that is not there, which broken YAML below may only hide. */
const aboutAbsence = new Set<ComposeError>([missingKey, serviceWithoutImage, wrongType]);

/** Everything for which Compose refuses the file, with exact ranges. What only follows from broken YAML is left out. */
export function errors(file: ComposeFile): readonly LanguageError[] {
  const { lines, tree } = file;
  const found: LanguageError[] = [];
  const broken = tree.problems.filter(({ kind }) => kind !== 'duplicate-key').map(({ at }) => lines.lineAt(at.start));
  for (const error of composeErrors) {
    const report = once((finding) => {
      if (broken.length > 0 && error !== yamlSyntax && error !== duplicateYamlKey) {
        const line = lines.lineAt(finding.at.start);
        const last = aboutAbsence.has(error) ? lastLineBelow(file, line) : line;
        if (broken.some((other) => line <= other && other <= last)) return;
      }
      found.push({ id: error.id, severity: 'error', ...finding });
    });
    error.check(file, report);
  }
  return found;
}

/** The last line that is indented deeper than a line and belongs to it. */
function lastLineBelow({ lines, text }: ComposeFile, line: number): number {
  const indentOf = (content: string): number => content.length - content.trimStart().length;
  const indent = indentOf(text.slice(lines.start(line), lines.end(line)));
  let last = line;
  for (let below = line + 1; below < lines.count; below++) {
    const content = text.slice(lines.start(below), lines.end(below));
    if (content.trim() === '') continue;
    if (indentOf(content) <= indent) break;
    last = below;
  }
  return last;
}
