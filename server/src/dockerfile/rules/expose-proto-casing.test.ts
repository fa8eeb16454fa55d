import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'expose-proto-casing', [
  'FROM a\nEXPOSE 80/tcp 81',
  'FROM a\nEXPOSE 80/nope',
  'FROM a\nEXPOSE 80/«TCP» 81/«Udp»',
  'FROM a\nENV P=80/TCP\nEXPOSE «$P»',
]);
