import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'pipe-to-shell', [
  'FROM a\nRUN curl x | tar xz',
  'FROM a\nRUN curl x | sh check.sh',
  'FROM a\nRUN curl x | python3 -c "import json"',
  'FROM a\nRUN curl x -o y && sh y',
  'FROM a\nRUN bash -c "curl x > y"',
  'FROM a\nRUN echo x | sh',
  'FROM a\nRUN bash -c "V=$(curl x) && echo $V"',
  'FROM a\nRUN python3 -c "print(\'$(curl x)\')"',
  'FROM a\nRUN curl x | «bash» -s -- --yes',
  'FROM a\nRUN curl x | tee y | «sh»',
  'FROM a\nRUN curl x | sudo «bash» -',
  'FROM a\nRUN wget -O- x | «python3» -',
  'FROM a\nRUN «bash» <(curl x)',
  'FROM a\nRUN «eval» "$(curl x)"',
  'FROM a\nRUN <<E\ncurl x | «sh»\nE\n',
]);
