import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'undefined-arg-in-from', [
  'ARG A=b\nFROM $A',
  'FROM --platform=$BUILDPLATFORM a:$TARGETARCH',
  'FROM a\nARG B\nFROM c:$«B»',
  'FROM a:$«B»-$B-$«C»',
  "FROM 'a:$B'",
  'FROM a:${«B»:+x}',
  'FROM --platform=$«BUILDPLATFROM» a',
]);
