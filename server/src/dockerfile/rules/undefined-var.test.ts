import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'undefined-var', [
  'FROM alpine\nARG A\nUSER $A',
  'FROM alpine\nENV A=b\nUSER $A',
  'FROM alpine AS x\nARG A\nFROM x\nUSER $A',
  'FROM alpine\nENV PATH=$PATH:/x',
  'FROM alpine\nEXPOSE $A',
  'FROM alpine\nRUN echo $A\nCMD $A',
  'FROM golang\nENV MYPATH=x\nWORKDIR $GOPATH',
  'FROM example.org/custom\nENV APP_HOST=x\nUSER $APP_HOME',
  'FROM example.org/custom\nWORKDIR $APP_HOME',
  "FROM alpine\nUSER '$A'",
  'FROM alpine\nUSER $«A»\nARG A',
  'ARG A=b\nFROM example.org/custom\nUSER $«A»',
  'FROM alpine AS x\nARG A\nFROM alpine\nUSER $«A»',
  'FROM scratch\nUSER ${«A»:-x}',
  'FROM example.org/custom\nENV MODE=x\nUSER $«MODEE»',
  'FROM alpine\nCOPY $«A» $«A»',
  'FROM alpine\nLABEL a="$«A»$A"',
  'FROM alpine\nUSER $«HTTP_PROXY»',
  'FROM alpine\nCOPY <<E /x\n$«A»\nE\n',
]);
