import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

const exact = { options: { exact: true } };

checkCases(dockerfile, 'duplicate-stage-name', [
  'FROM a AS b\nFROM a AS c',
  'FROM a AS b\nFROM a AS «B»\nFROM a AS «b»',
  ['FROM a AS b\nFROM a AS B\nFROM a AS «b»', exact],
  [
    'FROM a AS b\nFROM b AS «b»\nFROM c\nCOPY --from=B x y\n',
    { fixed: 'FROM a AS b\nFROM b AS b-2\nFROM c\nCOPY --from=b-2 x y\n' },
  ],
]);
