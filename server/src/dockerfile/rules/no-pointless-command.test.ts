import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('no-pointless-command', () => {
  it('looks at programs, not at words', async () => {
    await check(dockerfile, 'no-pointless-command', 'FROM debian:12\nRUN apt-get install -y vim ssh\nRUN echo top\n');
    await check(dockerfile, 'no-pointless-command', 'FROM debian:12\nRUN a && «kill» 1 && «ps»\n');
    await check(dockerfile, 'no-pointless-command', 'FROM debian:12\nRUN a && «kill» 1 && ps\n', {
      options: { exact: true },
    });
  });
});
