import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'from-as-casing', [
  'FROM a AS b',
  'from a as b',
  'From a as b',
  'FROM a',
  'FROM a «As» b',
  'from a «aS» b',
  'FROM a IN b',
]);
