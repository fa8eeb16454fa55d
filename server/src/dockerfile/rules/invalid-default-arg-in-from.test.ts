import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'invalid-default-arg-in-from', [
  'ARG A=b\nFROM $A',
  'ARG A\nFROM b$A',
  'ARG A\nFROM b:${A:-c}',
  'FROM a AS b\nFROM b',
  'FROM scratch',
  'FROM a-$TARGETARCH',
  'ARG A\nFROM «b:$A»',
  'ARG A\nARG B=x:$A\nFROM «$B»',
  'FROM $A',
  'FROM ALPINE',
  'FROM a AS Base\nFROM Base',
]);
