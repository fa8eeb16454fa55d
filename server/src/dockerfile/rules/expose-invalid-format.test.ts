import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'expose-invalid-format', [
  'FROM a\nEXPOSE 80 80-90/udp $P',
  'FROM a\nEXPOSE «80:»80 «[::1]:80:»81/tcp',
  'FROM a\nENV P=80:80\nEXPOSE «$P»',
]);
