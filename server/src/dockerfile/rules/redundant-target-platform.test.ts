import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

const exact = { options: { exact: true } };

checkCases(dockerfile, 'redundant-target-platform', [
  'FROM --platform=$BUILDPLATFORM a',
  'FROM --platform=linux/amd64 a',
  'FROM --platform=$TARGETPLATFORM$X a',
  'FROM --platform=$TARGETOS/$TARGETARCH a',
  'FROM --platform=${TARGETPLATFORM:+linux} a',
  'ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM a',
  ['FROM «--platform=${TARGETPLATFORM}» a', exact],
  ['FROM --platform="$TARGETPLATFORM" a', exact],
  ['FROM \\\n  «--platform=$TARGETPLATFORM» \\\n  a', { fixed: 'FROM \\\n  a' }],
]);
