import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'unknown-rule-name', [
  '# check=skip=all;experimental=InvalidDefinitionDescription\nFROM a',
  '# check=skip=InvalidBaseImagePlatform,CopyIgnoredFile\nFROM a',
  'FROM a\n# hadolint ignore=DL3006,SC2086\nRUN b\n# hadolint global ignore=DL3000',
  'FROM a\n# dockwright ignore=cache-order, DL3006, JSONArgsRecommended, hadolint/DL3000\nRUN b',
  'FROM a\n# dockwright ignore\nRUN b\n# hadolint shell=bash',
  'FROM a\n# shellcheck disable=SC9\nRUN b',
  '# check=skip=«stagenamecasing»,FromAsCasing;experimental=«X»\nFROM a',
  'FROM a\n# check=skip=«Nope»\nRUN b',
  'FROM a\n# hadolint ignore=DL3006,«DL0000»,«DL0001»\nRUN b \\\n# hadolint ignore=«DL0002»\n c',
  'FROM a\n# dockwright ignore-file=«nope», cache-order -- because',
  ['# check=skip=«stagenamecasing»\nFROM a', { fixed: '# check=skip=StageNameCasing\nFROM a' }],
]);
