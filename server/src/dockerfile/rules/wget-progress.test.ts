import { describe, it } from 'mocha';
import { check } from '../../lint/testing.ts';
import { dockerfile } from '../language.ts';

describe('wget-progress', () => {
  it('knows every way to be quiet', async () => {
    await check(
      dockerfile,
      'wget-progress',
      'FROM debian:12\nRUN wget -q a && wget -nv a && wget --no-verbose a && wget -qO- a && wget --progress=dot a && wget -o log a\n',
    );
    await check(dockerfile, 'wget-progress', 'FROM debian:12\nRUN «wget» -O a b && «wget» c\n', {
      fixed: 'FROM debian:12\nRUN wget --progress=dot:giga -O a b && wget --progress=dot:giga c\n',
    });
  });
});
