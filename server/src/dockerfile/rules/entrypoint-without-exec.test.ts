import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'entrypoint-without-exec', [
  'FROM a\nCMD ["b"]',
  'FROM a\nCMD b',
  'FROM a\nCMD b && exec c',
  'FROM a\nCMD ["sh", "-c", "b"]',
  'FROM a\nCMD trap x TERM; b & wait',
  'FROM a\nCMD b | c',
  'FROM a\nCMD cd /b && wait',
  'FROM a\nCMD b; c &',
  'FROM a\nCMD ["sh", "-c", "b", "c"]',
  'FROM a\nCMD while true; do b; done',
  'FROM a\nCMD cd /b && «c» d',
  'FROM a\nENTRYPOINT ["/bin/bash", "-ec", "b; «c» \\"$@\\""]',
  'FROM a\nCMD b && c\nENTRYPOINT ["d"]',
  ['FROM a\nCMD a && X=1 «c»\n', { fixed: 'FROM a\nCMD a && exec X=1 c\n' }],
]);
