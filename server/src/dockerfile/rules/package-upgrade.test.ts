import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'package-upgrade', [
  'FROM a\nRUN apt-get update',
  'FROM a\nRUN apt-get install -y upgrade',
  'FROM a\nRUN apk upgrade openssl',
  'FROM a\nRUN dnf update -y curl',
  'FROM a\nRUN «apt-get -y dist-upgrade» && «apk upgrade» --no-cache',
  'FROM a\nRUN «yum update» -y',
]);
