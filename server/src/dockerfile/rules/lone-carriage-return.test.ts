import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'lone-carriage-return', [
  'FROM a\r\nRUN b\r\n',
  'FROM a\nRUN b\r',
  'FROM a«\r»RUN b«\r»USER c\r\n',
]);
