import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-curl-and-wget', () => {
  it('counts for each stage', async () => {
    await check(dockerfile, 'no-curl-and-wget', 'FROM a:1\nRUN curl x\nFROM b:1\nRUN wget x\n');
    await check(dockerfile, 'no-curl-and-wget', 'FROM a:1\nRUN curl x && «wget» y\nRUN z\nRUN «curl» x && «wget» y\n');
    await check(dockerfile, 'no-curl-and-wget', 'FROM a:1\nRUN apt-get install curl wget\n');
    await check(dockerfile, 'no-curl-and-wget', 'FROM a:1\nRUN curl x\nONBUILD RUN «wget» x\n');
    await check(dockerfile, 'no-curl-and-wget', 'FROM a:1\nRUN curl x\nONBUILD RUN wget x\n', {
      options: { exact: true },
    });
  });
});
