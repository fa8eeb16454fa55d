import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'consistent-instruction-casing', [
  'FROM a\nRUN b',
  'from a\nrun b',
  'arg A\nFROM a\nRUN b',
  'FROM a\nONBUILD run b',
  'FROM a\n«run» b',
  '«From» a\nRUN b',
  'from a\n«RUN» b\nrun c',
  '«From» a',
]);
