import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'syntax-version-too-old', [
  'FROM a\nCOPY --link a b',
  '# syntax=docker/dockerfile:1\nFROM a\nCOPY --link a b',
  '# syntax=docker/dockerfile:1.4\nFROM a\nCOPY --link a b\nRUN --mount=type=cache,target=/x <<E\nE\n',
  '# syntax=docker/dockerfile:1.2-labs\nFROM a\nCOPY --link a b',
  '# syntax=example.org/x:1.2\nFROM a\nCOPY --link a b',
  '# syntax=docker/dockerfile:1.7\n# «check»=skip=all\nFROM a',
  '# syntax=docker/dockerfile:1.8\n# check=skip=all\nFROM a',
  '# syntax=docker/dockerfile:1.0\nFROM a\nRUN «--mount»=type=cache,target=/x «--network»=none y',
  '# syntax=docker/dockerfile:1.5\nFROM a\nARG A\nUSER «${A-b}»\nENV B=«${A#b}» C=${A:-b}',
  '# syntax=docker/dockerfile:1.9\nFROM a\nRUN --mount=type=secret,id=a,«env=B» y\nCOPY «--chmod»=u+x «--exclude»=c a b',
  '# syntax=docker/dockerfile:1.10\nFROM a\nONBUILD COPY «--from»=x a b\nHEALTHCHECK --start-interval=1s CMD x',
  [
    '# syntax=docker/dockerfile:1.3.1\nFROM a\nCOPY «--link» a b',
    { fixed: '# syntax=docker/dockerfile:1\nFROM a\nCOPY --link a b' },
  ],
]);
