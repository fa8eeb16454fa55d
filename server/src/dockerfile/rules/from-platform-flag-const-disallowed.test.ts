import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'from-platform-flag-const-disallowed', [
  'FROM --platform=$BUILDPLATFORM a',
  'FROM --platform=what a',
  'FROM --platform= a',
  'FROM --platform=linux/arm64 a AS build-arm64',
  'FROM --platform=linux/arm64 a AS linux-build',
  'FROM «--platform=linux/arm64» a AS build',
  'FROM «--platform=amd64» a',
]);
