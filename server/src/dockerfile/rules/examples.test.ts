import { checkExamples } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

checkExamples(dockerfile);
