import { checkCases } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkCases(dockerfile, 'invalid-onbuild-trigger', [
  'FROM a\nONBUILD RUN b\nONBUILD COPY . $X\nONBUILD EXPOSE $P',
  'FROM a\nONBUILD ONBUILD RUN b',
  'FROM a\nONBUILD ENV A',
  'FROM a\nONBUILD «WHAT» b',
  'FROM a\nONBUILD «COPY» b',
  'FROM a\nONBUILD EXPOSE «x»',
  'FROM a\nONBUILD RUN --mount=type=«nope»,target=/x y',
]);
