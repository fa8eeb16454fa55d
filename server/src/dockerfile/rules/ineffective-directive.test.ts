import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'ineffective-directive', [
  '# syntax=docker/dockerfile:1\n# escape=\\\n# check=skip=all\nFROM a',
  '# see syntax=x\nFROM a\n# the escape=\\ thing\nRUN b',
  '# check=skip=StageNameCasing because we like it\nFROM a',
  'FROM a\n# check=skip=StageNameCasing\nRUN b',
  'FROM a\n  # check whether = works\nRUN b',
  '\n# «escape=\\»\nFROM a',
  'FROM a\n# «Syntax = docker/dockerfile:1»\nRUN b',
  '#!/bin/x\n# «escape=\\»\nFROM a',
  '# check=skip=A;« error=true»\nFROM a',
  'FROM a\n# check=skip=StageNameCasing,« FromAsCasing, X»\nRUN b',
  'FROM a\n\t# «check=skip=StageNameCasing»\nRUN b',
]);
