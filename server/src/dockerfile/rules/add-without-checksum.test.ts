import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'add-without-checksum', [
  'FROM a\nADD b /',
  'FROM a\nADD https://example.com/a.git /',
  'FROM a\nADD --checksum=sha256:x https://example.com/a /',
  'FROM a\nENV U=https://example.com\nADD «$U/a» «http://example.com/b» /',
]);
