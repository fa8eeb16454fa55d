/** `npm run setup`: installs what the tests with real parts need, and says what cannot be had. */
import { say } from './childProcess.ts';
import { setUp } from './realParts.ts';

const problems = await setUp();
for (const problem of problems) say(problem);
say(problems.length === 0 ? 'Everything for all test levels is there.' : 'Some test levels will be skipped.');
