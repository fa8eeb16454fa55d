import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'unused-stage', [
  'FROM a',
  'FROM a AS b\nFROM c\nCOPY --from=b x y',
  'FROM a\nFROM c\nCOPY --from=0 x y',
  'FROM a AS build\nFROM c\nRUN --mount=from=build,target=/x y',
  'FROM a AS build\nFROM build AS test\nFROM c',
  'FROM a AS dev\nFROM a AS test\nFROM b',
  'FROM a AS «deps»\nFROM b AS test\nFROM c',
  '«FROM» a\nFROM b',
  'FROM a AS «builder»\nFROM c\nCOPY --from=bulider x y',
]);
