import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'maintainer-deprecated', [
  'FROM a\nLABEL maintainer=b',
  'FROM a\nONBUILD MAINTAINER b',
  '«MAINTAINER b»\nFROM a',
  ['FROM a\n«MAINTAINER a "b" $c»\n', { fixed: 'FROM a\nLABEL org.opencontainers.image.authors="a \\"b\\" \\$c"\n' }],
]);
