import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'build-tools-in-final-stage', [
  'FROM a AS b\nRUN apt-get install -y gcc\nFROM a\nCOPY --from=b x y',
  'FROM a\nRUN apt-get install -y gcc && make && apt-get purge -y gcc',
  'FROM a\nRUN apk add makeup gccx git',
  'FROM a AS b\nRUN apk add «gcc»\nFROM b',
  'FROM a\nRUN apt-get install -y curl «g++-12» make\nRUN dnf install -y «gcc-c++»',
]);
