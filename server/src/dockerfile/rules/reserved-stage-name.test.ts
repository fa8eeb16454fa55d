import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

const exact = { options: { exact: true } };

checkCases(dockerfile, 'reserved-stage-name', [
  'FROM scratch AS base',
  'FROM a AS «Scratch»\nFROM a AS «context»',
  ['FROM a AS Scratch\nFROM a AS «context»', exact],
]);
