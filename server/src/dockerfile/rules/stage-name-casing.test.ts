import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'stage-name-casing', [
  'FROM a AS b',
  'FROM a\nFROM B',
  'FROM a AS «B-c»\nFROM b-c\nCOPY --from=0 x y',
  ['FROM a AS «B»\nFROM c\nCOPY --from="b" x y\n', { fixed: 'FROM a AS b\nFROM c\nCOPY --from="b" x y\n' }],
]);
