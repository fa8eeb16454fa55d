import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'forward-stage-reference', [
  'FROM a AS b\nFROM b',
  'FROM nginx AS nginx\nFROM b',
  'FROM node:24 AS a\nFROM node:22 AS node',
  'FROM «b»\nFROM a AS B',
  'FROM «node» AS a\nFROM debian AS node',
]);
