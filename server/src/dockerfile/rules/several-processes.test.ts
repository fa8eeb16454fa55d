import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'several-processes', [
  'FROM a\nCMD ["b"]',
  'FROM a\nCMD b && c',
  'FROM a\nRUN b & c',
  'FROM a\nCMD (b & c)',
  'FROM a\nCMD «b» & «c» & d',
  'FROM a\nENTRYPOINT ["bash", "-c", "«/etc/init.d/x start»; y"]',
]);
