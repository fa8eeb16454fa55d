import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'no-empty-continuation', [
  'RUN a \\\n b\n\nRUN c',
  'RUN <<E\n\nx\n\nE\n',
  'RUN a \\\n# x\n b',
  'RUN a \\\n«\n»',
  'RUN a \\\n«\n\n» b \\\n\n c',
  ['RUN a \\\r\n«\r\n» b', { fixed: 'RUN a \\\r\n b' }],
]);
