import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

const exact = { options: { exact: true } };

checkCases(dockerfile, 'json-args-recommended', [
  'FROM a\nCMD ["a"]\nENTRYPOINT []',
  'FROM a\nRUN b\nHEALTHCHECK CMD b',
  'FROM a\nSHELL ["/bin/bash", "-c"]\nCMD b',
  'FROM a AS b\nSHELL ["/bin/bash", "-c"]\nFROM b\nCMD c',
  'FROM a\n«CMD»',
  'FROM a\nENTRYPOINT ["a"]\nCMD --verbose',
  ['FROM a\nENTRYPOINT ["a"]\n«CMD» --verbose', exact],
  'FROM a\nCMD «["a", ]»',
  'FROM a\nCMD «b»\nSHELL ["/bin/bash", "-c"]',
  'FROM a AS b\nSHELL ["/bin/bash", "-c"]\nFROM a\nENTRYPOINT «c»',
  ['FROM a\nSHELL ["/bin/bash", "-c"]\n«CMD» b', exact],
  ['FROM a\nCMD «a \\\n  "b c" d\\ e»\n', { fixed: 'FROM a\nCMD ["a", "b c", "d e"]\n' }],
  ['FROM a\nCMD «cd /x && y»\n', { fixed: 'FROM a\nCMD ["/bin/sh", "-c", "cd /x && y"]\n' }],
  ['FROM a\nCMD «cd /x»\n', { fixed: 'FROM a\nCMD ["/bin/sh", "-c", "cd /x"]\n' }],
  ['FROM a\nCMD «A=1 b»\n', { fixed: 'FROM a\nCMD ["/bin/sh", "-c", "A=1 b"]\n' }],
  ['FROM a\nCMD «b *»\n', { fixed: 'FROM a\nCMD ["/bin/sh", "-c", "b *"]\n' }],
  ['FROM a\nCMD «b > c»\n', { fixed: 'FROM a\nCMD ["/bin/sh", "-c", "b > c"]\n' }],
  ['FROM a\nENTRYPOINT ["x"]\nCMD «a $B»\n', { fixed: 'FROM a\nENTRYPOINT ["x"]\nCMD a $B\n' }],
]);
