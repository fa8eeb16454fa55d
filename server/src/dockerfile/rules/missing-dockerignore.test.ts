import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'missing-dockerignore', [
  ['COPY . .', { files: { '.dockerignore': '' } }],
  ['COPY . .', { files: { 'Dockerfile.dockerignore': '' } }],
  ['COPY src .', { files: { 'src/': '' } }],
  ['COPY --from=x . .', { files: {} }],
  'COPY . .',
  ['COPY «.» .\nCOPY . /b', { files: {} }],
  ['FROM a AS b\nADD «/» /c\nFROM a', { files: {} }],
]);
