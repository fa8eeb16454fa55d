import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'workdir-relative-path', [
  'FROM a\nWORKDIR /a\nWORKDIR b',
  'FROM a AS x\nWORKDIR /a\nFROM x\nWORKDIR b',
  'FROM a\nENV A=/b\nWORKDIR $A/c',
  'FROM a\nWORKDIR $HOME/b',
  'FROM a\nWORKDIR "/b"',
  'FROM --platform=windows/amd64 a\nWORKDIR C:\\\\b',
  'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nWORKDIR C:/b',
  'FROM a\nWORKDIR «b»\nWORKDIR c',
  'FROM a\nWORKDIR «b/$C»',
  'FROM a\nWORKDIR «C:/b»',
  'FROM a AS x\nWORKDIR /a\nFROM a\nWORKDIR «b»',
  ['FROM a\nWORKDIR «"b c"»\n', { fixed: 'FROM a\nWORKDIR "/b c"\n' }],
]);
