import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'unused-arg', [
  'ARG A=b\nFROM $A',
  'ARG A=b\nARG B=$A\nFROM $B',
  'ARG A=b\nFROM c\nARG A\nRUN d',
  'FROM a\nARG A\nRUN b',
  'FROM a\nARG A\nENV B=$A',
  'FROM a AS x\nARG A\nFROM x\nRUN b',
  'FROM a\nARG A\nONBUILD RUN b',
  'ARG BUILDKIT_SBOM_SCAN_STAGE=true\nARG SOURCE_DATE_EPOCH\nARG HTTP_PROXY\nFROM a',
  'FROM a\nARG TARGETARCH',
  'FROM a\nARG A\nCOPY <<E /x\n$A\nE\n',
  'ARG «A»=b\nFROM c',
  'ARG A=b\nFROM c\nARG A=d\nRUN e',
  'FROM a\nRUN b\nARG «A»\nCMD $A',
  ['FROM a\nRUN b\nARG «A»=1 B=2 «C»\nLABEL d=$B\n', { fixed: 'FROM a\nRUN b\nARG B=2\nLABEL d=$B\n' }],
]);
