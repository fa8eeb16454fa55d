import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'copy-source-missing', [
  'COPY a b c/',
  ['COPY a b', { files: {} }],
  ['COPY a b', { files: { a: '' } }],
  ['COPY x dist/y target/*.jar /c/', { files: { x: '' } }],
  ['COPY x *.txt /c/', { files: { x: '', 'n.txt': '' } }],
  ['COPY x $Y https://example.com/z /c/', { files: { x: '' } }],
  ['COPY --from=b nothing /c/\nCOPY x /c', { files: { x: '' } }],
  ['COPY x <<E /c/\nE\n', { files: { x: '' } }],
  ['COPY x y /c/', { files: { x: '', '.dockerignore': 'y\n' } }],
  ['COPY x z «y» "/c/"\nCOPY w «src/b.go» /d', { files: { w: '', x: '', z: '', 'src/a.py': '' } }],
  ['COPY package.json yarn.lock* pnpm-lock.yam[l] ./', { files: { 'package.json': '' } }],
  ['COPY x src/*.go /c/', { files: { x: '', 'src/a.py': '' } }],
  ['COPY x y z /c/', { files: { x: '' } }],
]);
