import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'secret-file-copied', [
  'FROM a\nCOPY .env.example id_rsa.pub cert.pem .npmrc /a/',
  'FROM a AS b\nCOPY .netrc .\nFROM a\nCOPY --from=b x y',
  'FROM a\nCOPY --from=b .netrc .',
  'FROM a AS b\nCOPY «.netrc» .\nFROM b',
  'FROM a\nCOPY «.env» «conf/.aws/credentials» «a.p12» /a/\nADD «~/.ssh» /root/',
]);
