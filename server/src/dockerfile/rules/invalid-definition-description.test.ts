import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'invalid-definition-description', [
  '# A is this\nARG A\nFROM a',
  '# x\n\n#\nFROM a AS b',
  '# x\nFROM a',
  '# x\nRUN a',
  '# A x\n# B y\nARG A B=1\nFROM a',
  '# x\nARG «A»\nFROM a',
  '# A x\n# more\nARG «A»\nFROM a',
  '# Build it\nFROM a AS «build»',
  '  # A x\nARG «A»\nFROM a',
  '# x\n\n\nARG «A»\nFROM a',
]);
