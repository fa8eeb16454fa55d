import { checkExamples } from '../lint/testing.ts';
import { compose } from './language.ts';

checkExamples(compose);
