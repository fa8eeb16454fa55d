import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'unverified-download', [
  'FROM a\nRUN curl https://example.com/status',
  'FROM a\nRUN curl -O https://example.com/a.tgz && sha256sum -c a',
  'FROM a\nRUN wget https://example.com/a.tgz && gpg --verify a.asc',
  'FROM a\nRUN curl $URL -o a.tgz',
  'FROM a\nRUN curl -fsSL «https://example.com/v$V/a.tar.gz?x=1» | tar xz',
  'FROM a\nRUN wget «"https://example.com/a.deb"»',
  'FROM a\nRUN curl -Lo /usr/local/bin/a «https://example.com/a»',
]);
