import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'duplicate-key', [
  'FROM a\nENV A=b C=d\nENV A=e',
  'FROM a\nLABEL a=b\nFROM a\nLABEL a=b',
  'FROM a\nENV A=1 a=2',
  ['FROM a\nENV «A»=b \\\n  «A»=c \\\n  A=d\n', { fixed: 'FROM a\nENV A=d\n' }],
  'FROM a\nLABEL «a»=b c=d\nLABEL a=e',
  'FROM a\nLABEL «a» b\nLABEL a=e',
]);
