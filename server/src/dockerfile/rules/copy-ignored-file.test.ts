import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'copy-ignored-file', [
  ['COPY a b', { files: { '.dockerignore': 'b\n' } }],
  ['COPY a b', { files: {} }],
  ['COPY a b', { files: { '.dockerignore': 'a\n!x\n' } }],
  ['COPY --from=x a b', { files: { '.dockerignore': 'a\n' } }],
  ['COPY . b', { files: { '.dockerignore': 'a\n' } }],
  ['ADD https://x/a b', { files: { '.dockerignore': 'a\n' } }],
  ['COPY «a» b', { files: { '.dockerignore': '/a/\n' } }],
  ['COPY «./x/../a/b/» b', { files: { '.dockerignore': 'a\n' } }],
  ['COPY «.» b', { files: { '.dockerignore': '**\n' } }],
  ['ENV A=a\nCOPY «$A» b', { files: { '.dockerignore': '# x\na\n' } }],
  ['COPY «a» b', { files: { '.dockerignore': '', 'Dockerfile.dockerignore': 'a\n' } }],
  ['COPY a b', { files: { '.dockerignore': 'a\n', 'Dockerfile.dockerignore': '' } }],
  ['COPY «a.log» b', { files: { '.dockerignore': '*.log\n' } }],
  ['COPY A b', { files: { '.dockerignore': 'a\n' } }],
]);
