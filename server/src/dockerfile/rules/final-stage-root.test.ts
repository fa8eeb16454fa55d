import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'final-stage-root', [
  'FROM example.org/custom',
  'FROM postgres:17',
  'FROM bitnami/redis',
  'FROM node:24\nUSER 1000',
  'FROM node:24\nARG U\nUSER $U',
  'FROM node:24 AS b\nUSER root\nFROM node:24\nUSER node',
  'FROM node:24 AS b\nUSER node\nFROM b',
  '«FROM» scratch',
  'FROM x AS b\nFROM example.org/custom\nUSER «0:0»',
  'FROM node:24 AS b\nUSER node\nUSER «root»\nFROM b',
  'FROM node:24 AS b\n«FROM» b AS c',
]);
