import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'unreachable-cmd', [
  'FROM a\nENTRYPOINT ["b"]\nCMD ["c"]',
  'FROM a\nENTRYPOINT b "$@"\nCMD ["c"]',
  'FROM a\nENTRYPOINT\nCMD ["c"]',
  'FROM a\nCMD ["c"]\nENTRYPOINT ["b"]',
  'FROM a AS x\nENTRYPOINT ["b"]\nFROM x\nCMD ["c"]',
  'FROM a AS x\nCMD ["c"]\nFROM x\nENTRYPOINT ["b"]\nCMD ["d"]',
  'FROM a\nENTRYPOINT b\n«CMD» c',
  'FROM a AS x\nENTRYPOINT b\nFROM x\n«CMD» ["c"]',
  'FROM a AS x\nCMD ["c"]\nFROM x AS y\nFROM y\n«ENTRYPOINT» ["b"]',
]);
