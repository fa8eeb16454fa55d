import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'multiple-instructions-disallowed', [
  'FROM a\nCMD b\nFROM a\nCMD c',
  'FROM a AS x\nCMD b\nFROM x\nCMD c',
  'FROM a\nONBUILD CMD b\nCMD c',
  'FROM a\n«CMD b»\n«CMD c»\nCMD d',
  'FROM a\n«ENTRYPOINT b»\nENTRYPOINT c\n«HEALTHCHECK NONE»\nHEALTHCHECK CMD d',
  ['FROM a\n«CMD b \\\n c»\n\nCMD d', { fixed: 'FROM a\n\nCMD d' }],
]);
